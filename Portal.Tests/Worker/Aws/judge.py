"""Random calls and answers of the services in a manifest, as botocore writes and reads them: one JSON object a line.

usage: judge.py SEED ROUNDS MANIFEST...

A line holds the input and botocore's request for it, and an answer (written by moto from the model) with what botocore reads from it.
Exits with 77 where botocore or moto is not installed.
"""
import base64
import datetime
import json
import pathlib
import random
import sys

try:
    import botocore.loaders
    import botocore.parsers
    import botocore.serialize
    from moto.core.model import ServiceModel
    from moto.core.serialize import SERIALIZERS
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(77)

DEEPEST = 5
CHARACTERS = "abcXYZ019 -_.:/+=%&<>'\"é✓ß*~"


class Values:
    def __init__(self, seed, for_answer, known):
        self.random, self.for_answer, self.known = random.Random(seed), for_answer, known

    def of(self, shape, depth=0, in_head=False):
        return getattr(self, "of_" + shape.type_name)(shape, depth, in_head)

    def of_structure(self, shape, depth, _):
        # A newer botocore may know members that our vendored model, and so our client, does not.
        members = {name: member for name, member in shape.members.items() if name in self.known[shape.name]["members"]}
        if getattr(shape, "is_tagged_union", False):
            name = self.random.choice(list(members))
            return {name: self.of(members[name], depth + 1)}
        chosen = {}
        for name, member in members.items():
            placed = member.serialization.get("location")
            if self.for_answer and placed == "statusCode":
                continue
            if name in shape.required_members or self.random.random() < (0.7 if depth < DEEPEST else 0.15):
                chosen[name] = self.of(member, depth + 1, in_head=placed is not None)
        return chosen

    def of_list(self, shape, depth, in_head):
        least = 1 if self.for_answer or in_head or shape.serialization.get("flattened") else 0
        return [self.of(shape.member, depth + 1) for _ in range(self.random.randint(least, 3) if depth < DEEPEST else least)]

    def of_map(self, shape, depth, _):
        return {self.text(): self.of(shape.value, depth + 1) for _ in range(self.random.randint(1, 3))}

    def of_string(self, shape, _, in_head):
        if shape.enum and not in_head:
            return self.random.choice(shape.enum)
        return self.text("abcXYZ019-_.") if in_head else self.text()

    of_character = of_string

    def text(self, characters=CHARACTERS):
        return "x" + "".join(self.random.choice(characters) for _ in range(self.random.randint(0, 12))) + "y"

    def of_boolean(self, *_):
        return self.random.random() < 0.5

    def of_integer(self, *_):
        return self.random.randint(-(2**31), 2**31 - 1)

    def of_long(self, *_):
        return self.random.randint(-(2**63), 2**63 - 1)

    def of_double(self, *_):
        return self.random.randint(-10**6, 10**6) / 8 + 0.0625

    of_float = of_double

    def of_timestamp(self, *_):
        return datetime.datetime.fromtimestamp(self.random.randint(0, 2**31 - 1), datetime.timezone.utc)

    def of_blob(self, *_):
        return bytes(self.random.randrange(256) for _ in range(self.random.randint(1, 20)))


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, datetime.datetime):
        return value.timestamp()
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def request(protocol, operation, given):
    made = botocore.serialize.create_serializer(protocol, include_validation=False).serialize_to_request(given, operation)
    body = made["body"]
    if isinstance(body, dict):
        body = {key: str(value) for key, value in body.items()}
    elif isinstance(body, bytes):
        body = body.decode()
    search = made["query_string"]
    return {"method": made["method"], "path": made["url_path"], "headers": {k: str(v) for k, v in made["headers"].items()}, "body": body,
            "search": {k: [str(x) for x in v] if isinstance(v, list) else [str(v)] for k, v in (search.items() if isinstance(search, dict) else search)}}


def answer(protocol, operation, given):
    made = SERIALIZERS[protocol](operation).serialize(given)
    body = made["body"] if isinstance(made["body"], bytes) else made["body"].encode()
    read = botocore.parsers.create_parser(protocol).parse({"status_code": made["status_code"], "headers": made["headers"], "body": body}, operation.output_shape)
    read.pop("ResponseMetadata", None)
    return {"status": made["status_code"], "headers": made["headers"], "body": body.decode()}, plain(read)


def main():
    seed, rounds = int(sys.argv[1]), int(sys.argv[2])
    loader = botocore.loaders.Loader()
    for manifest in sys.argv[3:]:
        with open(manifest, encoding="utf-8") as file:
            entries = json.load(file)
        for service, entry in entries.items():
            model = ServiceModel(loader.load_service_model(service, "service-2"), service)
            known = json.loads((pathlib.Path(manifest).parent / f"{service}.json").read_text(encoding="utf-8"))["shapes"]
            protocol = entry.get("protocol", model.metadata["protocol"])
            for name in entry["operations"]:
                operation = model.operation_model(name)
                for number in range(rounds):
                    ask, reply = (Values(f"{seed}/{service}/{name}/{number}/{side}", side, known) for side in (False, True))
                    given = ask.of(operation.input_shape) if operation.input_shape else {}
                    said, read = answer(protocol, operation, reply.of(operation.output_shape) if operation.output_shape else {})
                    print(json.dumps({"client": entry["name"], "operation": name, "number": number, "input": plain(given),
                                      "request": request(protocol, operation, given), "answer": said, "output": read}))


main()
