// The packs are asked rule by rule, not through their reports: those let a template's own metadata silence a rule,
// and count what cannot be decided before deployment as a violation.
'use strict';
const { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks, PCIDSS321Checks, NagMessageLevel, NagRuleCompliance } = require('cdk-nag');

const PACKS = { AwsSolutions: AwsSolutionsChecks, HIPAA: HIPAASecurityChecks, PCI: PCIDSS321Checks, NIST: NIST80053R5Checks };

/** A pack that hands every answer to `tell` and keeps none. */
function listening(Pack, tell) {
  return new (class extends Pack {
    applyRule(check) {
      tell(check, answerOf(check));
    }
  })();
}

/** What the rule says of the resource: nothing, or a level and a text. */
function answerOf(check) {
  const level = check.level === NagMessageLevel.ERROR ? 'error' : 'warning';
  try {
    const said = check.rule(check.node);
    if (Array.isArray(said)) return said.length === 0 ? null : { level, text: said.join(', ') };
    return said === NagRuleCompliance.NON_COMPLIANT ? { level, text: check.info } : null;
  } catch (e) {
    // A value that only a deployment knows leaves the rule undecided. Any other fault is the rule missing a property.
    return { level: /non-primitive/.test(e.message) ? 'undecided' : level, text: e.message.split('\n')[0] };
  }
}

exports.nagFindings = (resources) => {
  const findings = [];
  const asked = {};
  for (const [pack, Pack] of Object.entries(PACKS)) {
    const rules = new Set();
    const judge = listening(Pack, (check, answer) => {
      const rule = check.ruleSuffixOverride ?? check.rule.name;
      rules.add(rule);
      if (answer) findings.push({ pack, rule, resource: check.node.node.id, type: check.node.cfnResourceType, ...answer });
    });
    for (const resource of resources) judge.checkResource(resource);
    asked[pack] = rules.size;
  }
  return { asked, findings };
};
