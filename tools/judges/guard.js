// cfn-guard with the proactive controls of AWS Control Tower, both out of one package.
'use strict';
const { spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');

const HOME = path.dirname(require.resolve('@cdklabs/cdk-validator-cfnguard/package.json'));
const RULES = path.join(HOME, 'rules', 'control-tower', 'cfn-guard');

function program() {
  const system = { linux: 'ubuntu', darwin: 'macos' }[process.platform];
  const machine = { x64: 'x86_64', arm64: 'aarch64' }[process.arch];
  const file = path.join(HOME, 'bin', `${system}`, `${machine}`, 'cfn-guard');
  if (!fs.existsSync(file)) throw new Error(`there is no cfn-guard for ${process.platform} on ${process.arch}`);
  fs.chmodSync(file, 0o755);
  return file;
}

exports.guardFindings = (template, types) => {
  const run = spawnSync(program(), ['validate', '--rules', RULES, '--data', template, '--output-format', 'json', '--structured', '--show-summary', 'none'],
    { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!run.stdout) throw new Error(`cfn-guard says nothing: ${run.error ?? run.stderr}`);
  const [report] = JSON.parse(run.stdout);

  const found = new Map();
  for (const { Rule: rule } of report.not_compliant) {
    const text = JSON.stringify(rule);
    const control = text.match(/\[CT\.([A-Z0-9]+)\.PR\.(\d+)\]: ([^\\\n]*)/);
    if (!control) throw new Error(`cfn-guard's rule ${rule.name} names no control`);
    for (const [, resource] of text.matchAll(/\/Resources\/(\w+)/g)) {
      const finding = { pack: 'ControlTower', rule: `${control[1]}.${control[2]}`, resource, type: types.get(resource), level: 'error', text: control[3].trim() };
      found.set(`${finding.rule} ${resource}`, finding);
    }
  }
  return { asked: { ControlTower: report.compliant.length + report.not_compliant.length }, findings: [...found.values()] };
};
