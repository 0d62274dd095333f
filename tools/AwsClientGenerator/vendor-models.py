#!/usr/bin/env python3
"""Trims botocore's service models to what manifest.json names: no prose, only reachable shapes and the traits the generator reads.

usage: vendor-models.py [MODELS_DIR]      (default: the Models folder beside this script; it holds manifest.json)

The models are Amazon's, under the Apache License 2.0 (see NOTICE). Run it, then the generator, then look at the difference.
"""
import gzip
import json
import pathlib
import sys

import botocore

METADATA = ("apiVersion", "endpointPrefix", "jsonVersion", "protocol", "protocols", "serviceId", "signingName", "targetPrefix", "xmlNamespace", "awsQueryCompatible")
TRAITS = ("type", "enum", "flattened", "location", "locationName", "payload", "queryName", "streaming", "timestampFormat", "union", "wrapper",
          "xmlAttribute", "xmlNamespace", "eventstream", "document", "resultWrapper", "required", "idempotencyToken", "hostLabel")


def read(folder, stem):
    for path in (folder / f"{stem}.json", folder / f"{stem}.json.gz"):
        if path.exists():
            data = path.read_bytes()
            return json.loads(gzip.decompress(data) if path.suffix == ".gz" else data)
    return {}


def reference(ref):
    return {"shape": ref["shape"], **{trait: ref[trait] for trait in TRAITS if trait in ref}}


def trim_shape(shape):
    kept = {trait: shape[trait] for trait in TRAITS if trait in shape}
    if "members" in shape:
        kept["members"] = {name: reference(ref) for name, ref in shape["members"].items()}
    for part in ("member", "key", "value"):
        if part in shape:
            kept[part] = reference(shape[part])
    return kept


def reachable(shapes, roots):
    found, open_ = {}, list(roots)
    while open_:
        name = open_.pop()
        if name in found:
            continue
        found[name] = trim_shape(shapes[name])
        open_ += [ref["shape"] for ref in found[name].get("members", {}).values()]
        open_ += [found[name][part]["shape"] for part in ("member", "key", "value") if part in found[name]]
    return {name: found[name] for name in sorted(found)}


def trim(folder, operations):
    model, paginators = read(folder, "service-2"), read(folder, "paginators-1").get("pagination", {})
    kept = {}
    for name in sorted(operations):
        operation = model["operations"][name]
        kept[name] = {part: operation[part] for part in ("http", "endpoint") if part in operation}
        kept[name] |= {part: reference(operation[part]) for part in ("input", "output") if part in operation}
        if name in paginators:
            kept[name]["pages"] = {part: paginators[name][part] for part in ("input_token", "output_token")}
    roots = [operation[part]["shape"] for operation in kept.values() for part in ("input", "output") if part in operation]
    metadata = {key: model["metadata"][key] for key in METADATA if key in model["metadata"]}
    return {"metadata": metadata, "operations": kept, "shapes": reachable(model["shapes"], roots)}


def main():
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent / "Models"
    data = pathlib.Path(botocore.__file__).resolve().parent / "data"
    for service, entry in json.loads((target / "manifest.json").read_text()).items():
        newest = max(path for path in (data / service).iterdir() if path.is_dir())
        model = trim(newest, entry["operations"])
        (target / f"{service}.json").write_text(json.dumps(model, indent=1, ensure_ascii=False) + "\n")
        print(f"{service}: {len(model['operations'])} operations, {len(model['shapes'])} shapes ({newest.name}, botocore {botocore.__version__})")


main()
