"""Modules before and after the resolver, as moto makes them: one JSON object a line.

A line of the input is {"cell", "region", "module", "given", "resolved", "left"}: a module's source with its parameters, and what the resolver made of
both. Each is a stack of its own empty account. A line of the output names the cell, counts what moto evaluated and what its services show of it, and
lists the differences. Exits with 77 where moto or boto3 is not installed.
"""
import datetime
import functools
import ipaddress
import json
import os
import sys
import warnings

# Its many images would be made again for every account.
os.environ.update(AWS_ACCESS_KEY_ID="AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY="secret", AWS_EC2_METADATA_DISABLED="true", MOTO_EC2_LOAD_DEFAULT_AMIS="false")
try:
    import boto3
    import moto
    import yaml
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(77)

from botocore.exceptions import ClientError
from moto.cloudformation import parsing
from moto.cloudformation.exceptions import UnformattedGetAttTemplateException, ValidationError
from moto.cloudformation.models import Stack, cloudformation_backends
from moto.cloudformation.utils import yaml_tag_constructor
from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam.policy_validation import VALID_RESOURCE_PATH_STARTING_VALUES
from moto.moto_api._internal import mock_random
from moto.moto_api._internal.models import moto_api_backend
from moto.rds.models import DBParameterGroup, DBSubnetGroup

# What moto makes of other properties than CloudFormation's, or not at all: evaluated, but not deployed.
UNMADE = {
    "AWS::KMS::Key": "it wants tags and the key policy as the service's API does",
    "member of a cluster": "it knows no Aurora engines for instances, and no clusters in templates",
    "replica": "it looks for the source in its own account, by name",
}

# What differs between two runs of the same: the time, and what moto makes of it.
CHANCE = ("Time", "Date", "Timestamp", "LastModified", "LastUpdated", "CallerReference")

clean = parsing.clean_json


def cleaned(node, resources):
    """Moto's evaluator with what it lacks: Fn::Cidr, numbers as keys of mappings, NoValue inside lists, and a name in the place of what it cannot know of a resource."""
    if isinstance(node, list):
        return [value for value in (cleaned(item, resources) for item in node) if value is not None]
    if isinstance(node, dict) and len(node) == 1:
        function, argument = next(iter(node.items()))
        if function == "Fn::FindInMap":
            found = resources
            for key in argument:
                found = found[text(cleaned(key, resources))]
            return found
        if function == "Fn::Cidr":
            block, count, bits = (cleaned(part, resources) for part in argument)
            parts = ipaddress.ip_network(block).subnets(new_prefix=32 - int(bits))
            return [str(next(parts)) for _ in range(int(count))]
        if function == "Ref" and is_unmade(resources, argument):
            kind = resources._resource_json_map[argument]["Type"]
            if kind == "AWS::GlobalAccelerator::Accelerator":
                return f"arn:aws:globalaccelerator::{DEFAULT_ACCOUNT_ID}:accelerator/{argument}"
            return stand_in(argument, "Arn") if kind == "AWS::SecretsManager::Secret" else argument
        if function == "Fn::GetAtt":
            target, attribute = (argument if isinstance(argument, list) else argument.split(".", 1))[0], attribute_of(argument)
            if is_unmade(resources, target):
                return stand_in(target, attribute)
            try:
                return clean({"Fn::GetAtt": [target, attribute]}, resources)
            except (AttributeError, UnformattedGetAttTemplateException, ValidationError):
                return stand_in(target, attribute)
    return clean(node, resources)


def stand_in(target, attribute):
    return f"arn:aws:service:region:{DEFAULT_ACCOUNT_ID}:{target}:{attribute}" if attribute.endswith("Arn") else f"{target}.{attribute}"


def attribute_of(argument):
    return ".".join(argument[1:]) if isinstance(argument, list) else argument.split(".", 1)[1]


def is_unmade(resources, name):
    declared = getattr(resources, "_resource_json_map", {}).get(name)
    return declared is not None and is_on(resources, declared) and not is_made(declared)


def is_on(resources, declared):
    return "Condition" not in declared or resources.lazy_condition_map[declared["Condition"]]


def is_made(declared):
    properties = declared.get("Properties", {})
    odd = {"member of a cluster": "DBClusterIdentifier" in properties, "replica": "SourceDBInstanceIdentifier" in properties}
    return declared["Type"] in parsing.get_model_map() and declared["Type"] not in UNMADE and not any(odd[each] for each in odd if each in UNMADE)


def is_true(condition, resources, conditions):
    """Moto does not know a condition that stands for another, and takes the number 0 and the text '0' for different."""
    function, argument = next(iter(condition.items()))
    if function in ("Condition", "Fn::Condition"):
        return conditions[argument]
    if function == "Fn::Equals":
        one, other = (text(cleaned(operand, resources)) for operand in argument)
        return one == other
    operands = [is_true(operand, resources, conditions) for operand in argument]
    return {"Fn::Not": lambda: not operands[0], "Fn::And": lambda: all(operands), "Fn::Or": lambda: any(operands)}[function]()


def text(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def read(template):
    return yaml.load(template, Loader=Loader)


Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
yaml.add_multi_constructor("", yaml_tag_constructor, Loader=Loader)
create = parsing.parse_and_create_resource
parsing.clean_json = cleaned
parsing.parse_condition = is_true
parsing.parse_and_create_resource = lambda name, declared, *others, **named: create(name, declared, *others, **named) if is_made(declared) else None
# It refuses outputs of what it does not know.
parsing.ResourceMap.validate_outputs = lambda self: None
# Moto's own is the slow one, and is asked three times a stack.
Stack.parse_template = staticmethod(read)
# Ref of one would be a Python object, which only the subnet group's consumers can do with.
DBParameterGroup.physical_resource_id = property(lambda self: self.name)
DBSubnetGroup.__str__ = lambda self: self.name
# The message with which it refuses a path says that this one is good.
VALID_RESOURCE_PATH_STARTING_VALUES["iam"]["values"].append("*")


class World:
    """One empty account in one region, with what modules take from other stacks."""

    def __init__(self, region):
        self.region = region
        moto_api_backend.reset()
        mock_random.seed(1)

    def client(self, service):
        return client(service, self.region)

    def ground(self, names):
        """Values for parameters that are another stack's outputs: what services look up is there, the rest is a text."""
        ec2 = self.client("ec2")
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        subnets = [ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{n}.0/24", AvailabilityZone=f"{self.region}{zone}")["Subnet"]["SubnetId"] for n, zone in enumerate("ab")]
        group = ec2.create_security_group(GroupName="ground", Description="ground", VpcId=vpc)["GroupId"]
        elb = self.client("elbv2")
        known = {"VpcId": vpc}
        for name in sorted(names):
            if name.endswith("SubnetIds"):
                known[name] = ",".join(subnets)
            elif name.endswith("Group") and name != "DbSubnetGroup":
                known[name] = group
            elif name == "TargetGroupArn":
                known[name] = elb.create_target_group(Name="ground", Protocol="HTTP", Port=80, VpcId=vpc)["TargetGroups"][0]["TargetGroupArn"]
            elif name.startswith("LoadBalancerArn"):
                known[name] = elb.create_load_balancer(Name="ground", Subnets=subnets)["LoadBalancers"][0]["LoadBalancerArn"]
            elif name == "HostedZoneId":
                known[name] = self.client("route53").create_hosted_zone(Name="shop.example.com", CallerReference="ground")["HostedZone"]["Id"].split("/")[-1]
            elif name == "BoundaryArn":
                known[name] = f"arn:aws:iam::{DEFAULT_ACCOUNT_ID}:policy/ground"
            elif name == "CertificateArn":
                known[name] = self.client("acm").request_certificate(DomainName="shop.example.com")["CertificateArn"]
            elif name.endswith("ClusterArn"):
                known[name] = f"arn:aws:rds:{self.region}:{DEFAULT_ACCOUNT_ID}:cluster:ground"
            elif name.endswith("Arn"):
                known[name] = f"arn:aws:service:{self.region}:{DEFAULT_ACCOUNT_ID}:{name.lower()}/ground"
        return {name: known.get(name, f"ground-{name.lower()}") for name in names}

    def deploy(self, template, given):
        # Moto looks for the certificate, also for one that was given.
        later = self.ground([name for name, value in given.items() if value is None or (name == "CertificateArn" and value)])
        parameters = [{"ParameterKey": name, "ParameterValue": later.get(name, value)} for name, value in given.items()]
        for group in filter(None, (given.get("PeopleGroups") or "").split(",")):
            self.client("iam").create_group(GroupName=group)
        stack = self.client("cloudformation").create_stack(StackName="twin", TemplateBody=template, Parameters=parameters, Capabilities=["CAPABILITY_NAMED_IAM"])["StackId"]
        resources = cloudformation_backends[DEFAULT_ACCOUNT_ID][self.region].stacks[stack].resource_map
        evaluated = {
            name: {"Type": declared["Type"], "Properties": parsing.clean_json(declared.get("Properties", {}), resources)}
            for name, declared in resources._resource_json_map.items() if is_on(resources, declared)
        }
        outputs = self.client("cloudformation").describe_stacks(StackName="twin")["Stacks"][0].get("Outputs", [])
        made = {"resources": evaluated, "outputs": {each["OutputKey"]: each["OutputValue"] for each in outputs}, "services": self.described({each["Type"] for each in evaluated.values()})}
        return named(made, {resource.physical_resource_id: name for name, resource in resources._parsed_resources.items() if name in evaluated and hasattr(resource, "physical_resource_id")})

    def described(self, types):
        return {operation: plain(describe(self)) for kind, operations in DESCRIBED.items() if kind in types for operation, describe in operations.items()}


@functools.cache
def client(service, region):
    return boto3.client(service, region_name=region)


def named(made, ids):
    """With logical ids in the place of the physical ones, which moto draws."""
    whole = json.dumps(made, default=lambda group: group.name)
    for physical in sorted((each for each in ids if isinstance(each, str) and len(each) > 8), key=len, reverse=True):
        whole = whole.replace(physical, f"({ids[physical]})")
    return json.loads(whole)


def plain(value):
    """An answer without what the clock puts into it."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if key != "ResponseMetadata" and not isinstance(item, datetime.datetime) and not key.endswith(CHANCE)}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.decode() if isinstance(value, bytes) else value


def calls(service, *operations, **arguments):
    """What an operation answers that takes nothing."""
    return {f"{service}:{name}": functools.partial(lambda world, name: getattr(world.client(service), name)(**arguments), name=name) for name in operations}


def each(service, listing, key, field, *operations):
    """What operations answer for every item of a listing; a refusal (nothing is set) is an answer too."""

    def describe(world, name, argument):
        source = world.client(service)
        listed = getattr(source, listing)()[key]
        return [refused(getattr(source, name), {argument: item[field] if field else item}) for item in listed]

    return {f"{service}:{name}": functools.partial(describe, name=name, argument=argument) for name, argument in operations}


def refused(operation, arguments):
    try:
        return operation(**arguments)
    except ClientError as refusal:
        return refusal.response["Error"]["Code"]


def policies_of_roles(world):
    iam = world.client("iam")
    return [
        [iam.get_role_policy(RoleName=role["RoleName"], PolicyName=name)["PolicyDocument"] for name in iam.list_role_policies(RoleName=role["RoleName"])["PolicyNames"]]
        for role in iam.list_roles()["Roles"]
    ]


def own_policies(world):
    iam = world.client("iam")
    return [[policy, iam.get_policy_version(PolicyArn=policy["Arn"], VersionId=policy["DefaultVersionId"])["PolicyVersion"]] for policy in iam.list_policies(Scope="Local")["Policies"]]


def versions_of_launch_templates(world):
    ec2 = world.client("ec2")
    return [ec2.describe_launch_template_versions(LaunchTemplateId=each["LaunchTemplateId"]) for each in ec2.describe_launch_templates()["LaunchTemplates"]]


BUCKET = [(f"get_{what}", "Bucket") for what in (
    "bucket_encryption", "bucket_versioning", "bucket_lifecycle_configuration", "public_access_block", "bucket_ownership_controls", "bucket_tagging", "bucket_logging", "bucket_replication",
    "bucket_notification_configuration", "object_lock_configuration")]
RECORDS = each("route53", "list_hosted_zones", "HostedZones", "Id", ("get_hosted_zone", "Id"), ("list_resource_record_sets", "HostedZoneId"))

# By the type whose presence makes the calls worth it.
DESCRIBED = {
    "AWS::EC2::VPC": calls("ec2", "describe_vpcs"),
    "AWS::EC2::Subnet": calls("ec2", "describe_subnets"),
    "AWS::EC2::InternetGateway": calls("ec2", "describe_internet_gateways"),
    "AWS::EC2::NatGateway": calls("ec2", "describe_nat_gateways", "describe_addresses"),
    "AWS::EC2::RouteTable": calls("ec2", "describe_route_tables"),
    "AWS::EC2::SecurityGroup": calls("ec2", "describe_security_groups", "describe_security_group_rules"),
    "AWS::EC2::VPCEndpoint": calls("ec2", "describe_vpc_endpoints"),
    "AWS::EC2::FlowLog": calls("ec2", "describe_flow_logs"),
    "AWS::EC2::LaunchTemplate": {"ec2:describe_launch_template_versions": versions_of_launch_templates},
    "AWS::AutoScaling::AutoScalingGroup": calls("autoscaling", "describe_auto_scaling_groups", "describe_scheduled_actions", "describe_tags"),
    "AWS::ElasticLoadBalancingV2::LoadBalancer": each("elbv2", "describe_load_balancers", "LoadBalancers", "LoadBalancerArn", ("describe_listeners", "LoadBalancerArn"), ("describe_load_balancer_attributes", "LoadBalancerArn"))
    | calls("elbv2", "describe_load_balancers"),
    "AWS::ElasticLoadBalancingV2::TargetGroup": each("elbv2", "describe_target_groups", "TargetGroups", "TargetGroupArn", ("describe_target_group_attributes", "TargetGroupArn")) | calls("elbv2", "describe_target_groups"),
    "AWS::RDS::DBInstance": calls("rds", "describe_db_instances"),
    "AWS::RDS::DBSubnetGroup": calls("rds", "describe_db_subnet_groups"),
    "AWS::RDS::DBParameterGroup": calls("rds", "describe_db_parameter_groups"),
    "AWS::S3::Bucket": each("s3", "list_buckets", "Buckets", "Name", *BUCKET),
    "AWS::SNS::Topic": each("sns", "list_topics", "Topics", "TopicArn", ("get_topic_attributes", "TopicArn"), ("list_tags_for_resource", "ResourceArn")) | calls("sns", "list_subscriptions"),
    "AWS::IAM::Role": calls("iam", "list_roles", "list_instance_profiles")
    | each("iam", "list_roles", "Roles", "RoleName", ("get_role", "RoleName"), ("list_attached_role_policies", "RoleName")) | {"iam:get_role_policy": policies_of_roles},
    "AWS::IAM::ManagedPolicy": {"iam:get_policy_version": own_policies},
    "AWS::Logs::LogGroup": calls("logs", "describe_log_groups", "describe_resource_policies"),
    "AWS::CloudWatch::Dashboard": each("cloudwatch", "list_dashboards", "DashboardEntries", "DashboardName", ("get_dashboard", "DashboardName")),
    "AWS::Route53::HostedZone": RECORDS,
    "AWS::Route53::RecordSet": RECORDS,
    "AWS::Route53::HealthCheck": calls("route53", "list_health_checks"),
    "AWS::Events::Rule": calls("events", "list_rules") | each("events", "list_rules", "Rules", "Name", ("list_targets_by_rule", "Rule")),
    "AWS::SSM::Document": calls("ssm", "list_documents"),
}


def differences(one, other, path=""):
    if isinstance(one, dict) and isinstance(other, dict):
        return [found for key in sorted(one.keys() | other.keys(), key=str) for found in differences(one.get(key), other.get(key), f"{path}/{key}")]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [found for at, pair in enumerate(zip(one, other)) for found in differences(*pair, f"{path}/{at}")]
    return [] if one == other else [f"{path}: {json.dumps(one)} in the module, {json.dumps(other)} resolved"]


def shown(services):
    return sum(len(answer) if isinstance(answer, list) else sum(len(items) for items in answer.values() if isinstance(items, list)) for answer in services.values())


@moto.mock_aws
def main():
    for line in sys.stdin:
        twins = json.loads(line)
        try:
            source = World(twins["region"]).deploy(twins["module"], twins["given"])
            resolved = World(twins["region"]).deploy(twins["resolved"], twins["left"])
            report = {"differences": differences(source, resolved), "evaluated": len(source["resources"]), "described": shown(source["services"]), "types": sorted({each["Type"] for each in source["resources"].values() if is_made(each)})}
        except Exception as failure:
            report = {"differences": [f"moto gave up: {type(failure).__name__}: {failure}"], "evaluated": 0, "described": 0, "types": []}
        print(json.dumps({"cell": twins["cell"]} | report), flush=True)


# Of types that it does not know.
warnings.simplefilter("ignore")
main()
