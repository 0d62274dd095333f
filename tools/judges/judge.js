// Asks cdk-nag's four rule packs and cfn-guard's Control Tower rules about one template: node judge.js TEMPLATE.json
// Prints {"asked": {pack: rules}, "findings": [{pack, rule, resource, type, level, text}]}; level is error, warning or undecided.
'use strict';
const fs = require('fs');
const os = require('os');
const path = require('path');
const { App, CfnResource, LegacyStackSynthesizer, Stack } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const { nagFindings } = require('./nag');
const { guardFindings } = require('./guard');

const file = path.resolve(process.argv[2]);
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-judges-'));
try {
  const stack = new Stack(new App({ outdir: path.join(work, 'out'), analyticsReporting: false }), 'Environment', { synthesizer: new LegacyStackSynthesizer() });
  new CfnInclude(stack, 'Template', { templateFile: file });
  const resources = stack.node.findAll().filter((node) => CfnResource.isCfnResource(node));
  const nag = nagFindings(resources);

  // Parameters are texts; the CDK writes "true" and "5" as the types that CloudFormation will read, which is what guard compares.
  const typed = path.join(work, 'template.json');
  fs.writeFileSync(typed, JSON.stringify(stack.resolve(stack._toCloudFormation())));
  const types = new Map(resources.map((resource) => [resource.node.id, resource.cfnResourceType]));
  const guard = guardFindings(typed, types);

  process.stdout.write(JSON.stringify({ asked: { ...nag.asked, ...guard.asked }, findings: [...nag.findings, ...guard.findings] }));
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
