using Portal.AwsClientGenerator;

if (args is not [var models, var output, var space])
{
    Console.Error.WriteLine("usage: AwsClientGenerator MODELS_DIR OUTPUT_DIR NAMESPACE");
    return 2;
}

Directory.CreateDirectory(output);
foreach (var (file, text) in Generator.Render(models, space))
{
    File.WriteAllText(Path.Combine(output, file), text);
    Console.WriteLine(file);
}

return 0;
