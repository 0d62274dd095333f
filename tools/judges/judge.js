// Asks cdk-nag's four rule packs and cfn-guard's Control Tower rules about templates: node judge.js TEMPLATE.json...
// Prints, for each in order, {"asked": {pack: rules}, "findings": [{pack, rule, resource, type, level, text}]}; level is error, warning or undecided.
'use strict';
const fs = require('fs');
const os = require('os');
const path = require('path');
const { App, CfnResource, LegacyStackSynthesizer, Stack } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const { nagFindings } = require('./nag');
const { guardFindings } = require('./guard');

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-judges-'));
const seen = process.argv.slice(2).map((file) => {
  const stack = new Stack(new App({ outdir: path.join(work, 'out'), analyticsReporting: false }), 'Environment', { synthesizer: new LegacyStackSynthesizer() });
  new CfnInclude(stack, 'Template', { templateFile: path.resolve(file) });
  // Parameters are texts; the CDK writes "true" and "5" as the types that CloudFormation will read, which is what guard compares.
  return { nag: nagFindings(stack.node.findAll().filter((node) => CfnResource.isCfnResource(node))), typed: stack.resolve(stack._toCloudFormation()) };
});
try {
  const guard = guardFindings(seen.map(({ typed }) => typed), work);
  process.stdout.write(JSON.stringify(seen.map(({ nag }, index) => ({ asked: { ...nag.asked, ...guard[index].asked }, findings: [...nag.findings, ...guard[index].findings] }))));
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
