"""Asks the simulator with Alibaba Cloud's own SDK for SAE, and says how each answer fits its typed model.

    python official_sdk.py < questions.json > answers.json
    python official_sdk.py --endpoint HOST:PORT sae OPERATION --Parameter value ...

A question is {"endpoint", "operation", "parameters"}; the SDK signs it with its own code. An answer is the operation
with "wire" (the JSON that came), "differences" (one line each), "fields" (every field that the model of the answer
has, as "Data.Pipelines[].Status"), "parameters" (every one that the model of the request has), and "refused", the
code of the error that the SDK raised, where it raised one. Parameters that the request's model does not have are a
difference too. Without an endpoint nothing is asked, and only fields and parameters are told.

The second form makes one call, prints its answer as it came, and ends with 1 where there is none: what stands behind
`aliyun` in the workflows that are played. Flags that begin with a small letter are the command's own, and ignored.

The keys come from ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.
"""

import inspect
import json
import os
import re
import sys
import typing

from alibabacloud_sae20190506 import models
from alibabacloud_sae20190506.client import Client
from alibabacloud_tea_openapi.utils_models import Config
from darabonba.runtime import RuntimeOptions


class Listening(Client):
    """Keeps the body of the last answer as it came, before any model has read it."""

    wire = None

    def call_api(self, params, request, runtime):
        answer = super().call_api(params, request, runtime)
        self.wire = json.loads(json.dumps(answer["body"]))
        return answer


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def typed_fields(model):
    """The fields of a model by the names that they have in JSON, with the types that its source declares."""
    types = typing.get_type_hints(model.__init__, vars(sys.modules[model.__module__]))
    written = re.findall(r"result\['(\w+)'\] = self\.(\w+)", inspect.getsource(model.to_map))
    names = {attribute: name for name, attribute in written}
    lists = re.findall(r"for k1 in self\.(\w+):\s+result\['(\w+)'\]", inspect.getsource(model.to_map))
    names.update(lists)
    return {names[attribute]: kind for attribute, kind in types.items() if attribute in names}


def differences(value, kind, path):
    """Where a value of the wire is not what the model declares for it: names, types, nesting."""
    if value is None:
        return []
    if typing.get_origin(kind) is list:
        if not isinstance(value, list):
            return [f"{path}: a list in the model, on the wire {type(value).__name__}"]
        inner = typing.get_args(kind)[0]
        return [line for item in value for line in differences(item, inner, f"{path}[]")]
    if typing.get_origin(kind) is dict:
        return [] if isinstance(value, dict) else [f"{path}: a map in the model, on the wire {type(value).__name__}"]
    if hasattr(kind, "from_map"):
        if not isinstance(value, dict):
            return [f"{path}: an object in the model, on the wire {type(value).__name__}"]
        fields = typed_fields(kind)
        lines = []
        for name, inner in value.items():
            at = f"{path}.{name}".lstrip(".")
            lines += differences(inner, fields[name], at) if name in fields else [f"{at}: not in the model"]
        return lines
    if kind in (str, int, bool, float) and type(value) is not kind:
        return [f"{path}: {kind.__name__} in the model, on the wire {type(value).__name__}"]
    return []


def leftovers(wire, model, path=""):
    """What the model did not take over: its own map of itself against the wire."""
    if isinstance(wire, dict) and isinstance(model, dict):
        lines = []
        for name, value in wire.items():
            at = f"{path}.{name}".lstrip(".")
            lines += leftovers(value, model[name], at) if name in model else ([] if value is None else [f"{at}: lost"])
        return lines
    if isinstance(wire, list) and isinstance(model, list) and len(wire) == len(model):
        return [line for left, right in zip(wire, model) for line in leftovers(left, right, f"{path}[]")]
    return [] if wire == model else [f"{path}: changed"]


def all_fields(kind, path=""):
    if typing.get_origin(kind) is list:
        return all_fields(typing.get_args(kind)[0], f"{path}[]")
    if not hasattr(kind, "from_map"):
        return []
    found = []
    for name, inner in typed_fields(kind).items():
        at = f"{path}.{name}".lstrip(".")
        found += [at, *all_fields(inner, at)]
    return found


def request_parameters(operation):
    return sorted(typed_fields(getattr(models, f"{operation}Request")))


def ask(client, operation, parameters):
    request_model = getattr(models, f"{operation}Request")
    known = request_parameters(operation)
    unknown = [f"{operation} has no parameter {name}" for name in parameters if name not in known]
    request = request_model().from_map({name: value for name, value in parameters.items() if name in known})
    method = getattr(client, f"{snake(operation)}_with_options")
    runtime = RuntimeOptions(autoretry=False, max_attempts=1, read_timeout=10_000, connect_timeout=5_000)
    answer = method(request, {}, runtime)
    body = getattr(models, f"{operation}ResponseBody")
    found = [*unknown, *differences(client.wire, body, ""), *leftovers(client.wire, answer.body.to_map())]
    return {
        "operation": operation,
        "wire": client.wire,
        "differences": sorted(set(found)),
    }


def client_of(endpoint):
    return Listening(
        Config(
            access_key_id=os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"],
            access_key_secret=os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"],
            endpoint=endpoint,
            protocol="http",
        )
    )


def answer_to(question):
    operation = question["operation"]
    nothing = {"operation": operation, "wire": None, "differences": [], "fields": [], "parameters": []}
    if not hasattr(models, f"{operation}Request"):
        return {**nothing, "differences": [f"{operation} is no operation of the SDK"]}
    fields = sorted(set(all_fields(getattr(models, f"{operation}ResponseBody"))))
    known = {**nothing, "fields": fields, "parameters": request_parameters(operation)}
    if "endpoint" not in question:
        return known
    try:
        return {**known, **ask(client_of(question["endpoint"]), operation, question["parameters"])}
    except Exception as error:  # whatever the SDK makes of an answer is a finding
        code = getattr(error, "code", None) or type(error).__name__
        told = f"the SDK refuses the answer: {code}: {getattr(error, 'description', None) or error}"
        return {**known, "differences": [told], "refused": code}


def parameters_of(arguments):
    """Those of a command line, by name, without the command's own flags."""
    found = {name.removeprefix("--"): value for name, value in zip(arguments[::2], arguments[1::2], strict=True)}
    return {name: value for name, value in found.items() if name[:1].isupper()}


def call(endpoint, operation, arguments):
    """One call of the command line; 0 where its answer is one."""
    answer = answer_to({"endpoint": endpoint, "operation": operation, "parameters": parameters_of(arguments)})
    if answer["wire"] is None or answer["differences"]:
        print("ERROR: " + "; ".join(answer["differences"]), file=sys.stderr)
        return 1
    print(json.dumps(answer["wire"], ensure_ascii=False, indent="\t"))
    return 0


match sys.argv[1:]:
    case []:
        json.dump([answer_to(question) for question in json.load(sys.stdin)], sys.stdout)
    case ["--endpoint", endpoint, "sae", operation, *arguments]:
        sys.exit(call(endpoint, operation, arguments))
    case _:
        sys.exit(__doc__)
