using System.Text.Json;

namespace Portal.Sandbox.Store;

/// <summary>
/// Everything the sandbox knows, in memory, with one log of committed transactions behind it. A transaction is one line, so a torn
/// last line (killed while writing) is a transaction that never happened.
/// </summary>
public sealed class DurableStore : IDisposable
{
    private const long CompactAfterBytes = 64L << 20;
    private static readonly byte[] NewLine = [(byte)'\n'];

    private readonly Dictionary<string, ITable> tables = [];
    private readonly Dictionary<string, List<SavedRow>> saved;
    private readonly List<TableChange> pending = [];
    private readonly string? path;
    private FileStream? log;
    private long appended;

    public DurableStore(string? path)
    {
        this.path = path;
        saved = path is null ? [] : LogFile.Read(path);
    }

    /// <summary>Guards all tables: every read and write happens inside it.</summary>
    public Lock Gate { get; } = new();

    public Table<T> Table<T>(string name) where T : class
    {
        var table = new Table<T>(name, pending);
        if (saved.Remove(name, out var rows)) table.Load(rows);
        tables.Add(name, table);
        return table;
    }

    /// <summary>Call once all tables exist: rewrites the log to what is alive and opens it for appending.</summary>
    public void Open()
    {
        saved.Clear();
        if (path is not null) Compact();
    }

    /// <summary>Makes the changes since the last commit one transaction. Durable ones are on the disk when this returns.</summary>
    public void Commit(bool durable)
    {
        if (pending.Count == 0) return;
        if (log is not null)
        {
            appended += Append(log, JsonSerializer.SerializeToUtf8Bytes(pending.Select(c => c.Row()), LogFile.Json), durable);
        }

        pending.Clear();
        if (appended > CompactAfterBytes) Compact();
    }

    /// <summary>Takes back what was changed since the last commit.</summary>
    public void Abort()
    {
        for (var i = pending.Count - 1; i >= 0; i--) pending[i].Undo();
        pending.Clear();
    }

    public void Dispose() => log?.Dispose();

    /// <summary>A write that fails half-way (disk full) is cut off again, so that the next line starts clean.</summary>
    private static int Append(FileStream log, byte[] line, bool durable)
    {
        var start = log.Position;
        try
        {
            log.Write([.. line, .. NewLine]);
            log.Flush(flushToDisk: durable);
            return line.Length;
        }
        catch (IOException)
        {
            log.SetLength(start);
            throw;
        }
    }

    private void Compact()
    {
        log?.Dispose();
        LogFile.Replace(path!, tables.Values.SelectMany(t => t.Rows()));
        log = new FileStream(path!, FileMode.Append, FileAccess.Write, FileShare.Read);
        appended = 0;
    }
}
