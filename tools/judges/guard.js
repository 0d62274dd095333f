// cfn-guard with the proactive controls of AWS Control Tower, both out of one package.
// Guard's time grows with rules times resources, so each rule gets only resources of types that it names.
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

/** Rule files by the types that they name, of those that the templates have; a file that names none of them has nothing to ask. */
function rulesByTypes(present) {
  const groups = new Map();
  for (const name of fs.readdirSync(RULES, { recursive: true }).filter((each) => each.endsWith('.guard')).sort()) {
    const file = path.join(RULES, name);
    const named = new Set(fs.readFileSync(file, 'utf8').replace(/^\s*#.*$/gm, '').match(/AWS::\w+::\w+/g));
    const types = [...named].filter((type) => present.has(type)).sort().join(' ');
    if (types) groups.set(types, [...(groups.get(types) ?? []), file]);
  }
  return groups;
}

/** Guard's reports on templates, by their texts. */
function reports(rules, texts, work) {
  const folder = fs.mkdtempSync(path.join(work, 'data-'));
  texts.forEach((text, index) => fs.writeFileSync(path.join(folder, `${index}.json`), text));
  const run = spawnSync(program(), ['validate', '--rules', ...rules, '--data', folder, '--output-format', 'json', '--structured', '--show-summary', 'none'],
    { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!run.stdout) throw new Error(`cfn-guard says nothing: ${run.error ?? run.stderr}`);
  const said = new Map(JSON.parse(run.stdout).map((report) => [texts[parseInt(path.basename(report.name), 10)], report]));
  if (said.size !== texts.length) throw new Error(`cfn-guard says something of ${said.size} templates out of ${texts.length}`);
  return said;
}

function findingsOf(report, resources) {
  const found = new Map();
  for (const { Rule: rule } of report.not_compliant) {
    const text = JSON.stringify(rule);
    const control = text.match(/\[CT\.([A-Z0-9]+)\.PR\.(\d+)\]: ([^\\\n]*)/);
    if (!control) throw new Error(`cfn-guard's rule ${rule.name} names no control`);
    for (const [, resource] of text.matchAll(/\/Resources\/(\w+)/g)) {
      const finding = { pack: 'ControlTower', rule: `${control[1]}.${control[2]}`, resource, type: resources[resource].Type, level: 'error', text: control[3].trim() };
      found.set(`${finding.rule} ${resource}`, finding);
    }
  }
  return [...found.values()];
}

/** Findings and number of rules for each template; those that have the same resources of a group's types share one report. */
exports.guardFindings = (templates, work) => {
  const answers = templates.map(() => ({ asked: { ControlTower: 0 }, findings: [] }));
  const present = new Set(templates.flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type)));
  for (const [types, rules] of rulesByTypes(present)) {
    const wanted = new Set(types.split(' '));
    const texts = templates.map(({ Resources }) => JSON.stringify({ Resources: Object.fromEntries(Object.entries(Resources).filter(([, { Type }]) => wanted.has(Type))) }));
    const said = reports(rules, [...new Set(texts)], work);
    answers.forEach((answer, index) => {
      const report = said.get(texts[index]);
      answer.asked.ControlTower += report.compliant.length + report.not_compliant.length;
      answer.findings.push(...findingsOf(report, templates[index].Resources));
    });
  }
  return answers;
};
