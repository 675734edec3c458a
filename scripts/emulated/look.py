"""What the emulator made of the stack: look.py deployed|destroyed TEMPLATE

deployed   everything is there that moto can make; outputs are read; an object is put into the inbox
destroyed  the stack is gone, the buckets and the object are not
"""

import json
import os
import sys
from urllib.request import Request, urlopen

import boto3
from botocore.exceptions import ClientError

when, path = sys.argv[1:]
stack_name = "CopydeskStack"
key = "articles/kept-by-destroy.json"
with open(path, encoding="utf-8") as file:
    template = json.load(file)


def declared(kind):
    return {name: r["Properties"] for name, r in template["Resources"].items() if r["Type"] == kind}


def check(claim, holds, seen=""):
    print(f"  {'ok' if holds else 'NOT SO'}: {claim} {seen}")
    if not holds:
        sys.exit(1)


def stacks():
    found = boto3.client("cloudformation").describe_stacks()["Stacks"]
    return {stack["StackName"]: stack for stack in found if stack["StackStatus"] != "DELETE_COMPLETE"}


def buckets():
    return [bucket["Name"] for bucket in boto3.client("s3").list_buckets()["Buckets"]]


def physical_ids():
    pages = boto3.client("cloudformation").get_paginator("list_stack_resources").paginate(StackName=stack_name)
    return {r["LogicalResourceId"]: r["PhysicalResourceId"] for page in pages for r in page["StackResourceSummaries"]}


def parse_definition(definition, role):
    """moto parses what a state machine says only where it is told that it will run it."""
    settings = json.dumps({"stepfunctions": {"execute_state_machine": True}}).encode()
    address = f"{os.environ['AWS_ENDPOINT_URL']}/moto-api/config"
    urlopen(Request(address, settings, {"content-type": "application/json"})).close()

    def accepts(name, text):
        try:
            boto3.client("stepfunctions").create_state_machine(name=name, definition=text, roleArn=role)
        except ClientError as error:
            print(f"    {error}"[:400])
            return False
        return True

    # its grammar knows no batches and no express workflows
    each["ItemProcessor"]["ProcessorConfig"]["ExecutionType"] = "STANDARD"
    del definition["States"]["EachBatch"]["ItemBatcher"]
    check("its definition is parsed", accepts("parsed", json.dumps(definition)))
    broken = json.dumps(definition).replace('"StartAt"', '"BeginAt"', 1)
    check("and one that is none is not", not accepts("broken", broken))


s3 = boto3.client("s3")
inbox = next((name for name in buckets() if "inbox" in name), None)

if when == "deployed":
    stack = stacks()[stack_name]
    check("the stack is complete", stack["StackStatus"] == "CREATE_COMPLETE", stack["StackStatus"])
    outputs = {o["OutputKey"]: o.get("OutputValue", "") for o in stack.get("Outputs", [])}
    check("every output is there", set(outputs) == set(template["Outputs"]), sorted(outputs))
    check("outputs name the inbox", outputs["InboxBucket"] == inbox, outputs["InboxBucket"])
    check("outputs say where to upload", outputs["UploadTo"] == f"s3://{inbox}/incoming/upload/", outputs["UploadTo"])

    queues = boto3.client("sqs")
    urls = queues.list_queues().get("QueueUrls", [])
    check("every queue is there", len(urls) == len(declared("AWS::SQS::Queue")), len(urls))
    attributes = [queues.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"] for url in urls]
    redriven = [a for a in attributes if "RedrivePolicy" in a]
    check("half of them lead to the other half", len(redriven) * 2 == len(urls), len(redriven))

    functions = boto3.client("lambda")
    ours = [f for f in functions.list_functions()["Functions"] if f["Handler"] == "index.handler" and "node" in f["Runtime"]]
    check("functions run on Node 24", len(ours) == 6 and all(f["Runtime"] == "nodejs24.x" for f in ours), len(ours))
    mappings = functions.list_event_source_mappings()["EventSourceMappings"]
    check("queues call functions, which answer for each message", len(mappings) == 3 and all(
        m["FunctionResponseTypes"] == ["ReportBatchItemFailures"] for m in mappings), len(mappings))
    rules = boto3.client("events").list_rules()["Rules"]
    check("rules watch the buckets and the clock", len(rules) == len(declared("AWS::Events::Rule")), len(rules))

    machines = boto3.client("stepfunctions")
    machine = machines.list_state_machines()["stateMachines"][0]
    definition = json.loads(machines.describe_state_machine(stateMachineArn=machine["stateMachineArn"])["definition"])
    each = definition["States"]["EachBatch"]
    check("the state machine reads this inbox", each["ItemReader"]["Parameters"]["Bucket"] == inbox)
    invoked = each["ItemProcessor"]["States"]["Reprocess"]["Parameters"]["FunctionName"]
    check("and calls a function that is there", invoked in [f["FunctionArn"] for f in ours], invoked)
    check("each batch at most so many at once", each["MaxConcurrency"] == 20, each["MaxConcurrency"])
    parse_definition(definition, "arn:aws:iam::123456789012:role/reader")

    s3.put_object(Bucket=inbox, Key=key, Body=b"kept")
    check("the inbox takes objects", s3.get_object(Bucket=inbox, Key=key)["Body"].read() == b"kept")

if when == "destroyed":
    check("the stack is gone", stack_name not in stacks())
    kept = [name for name in buckets() if name.startswith("copydeskstack")]
    check("both buckets are kept", len(kept) == 2, kept)
    check("and what lies in them", s3.get_object(Bucket=inbox, Key=key)["Body"].read() == b"kept")
    check("functions are gone", not [f for f in boto3.client("lambda").list_functions()["Functions"] if f["Runtime"] == "nodejs24.x"])
