"""moto's server, with stand-ins for types that it does not make although others refer to them.

A stand-in has a name and attributes, nothing behind them: enough for a stack that sets the distribution's address into
the environment of its functions. What moto makes itself is left as it is.
"""

import sys

from moto.cloudformation.models import CloudFormationBackend
from moto.core.common_models import CloudFormationModel
from moto.server import main


class StandIn(CloudFormationModel):
    # moto sorts its models by the second word of this
    __module__ = "moto.cloudfront.models"
    attributes = {}

    def __init__(self, name):
        self.name = name

    @property
    def physical_resource_id(self):
        return self.name

    @staticmethod
    def cloudformation_name_type():
        return ""

    @classmethod
    def has_cfn_attr(cls, attr):
        return attr in cls.attributes

    def get_cfn_attribute(self, attr):
        return self.attributes[attr]

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        return cls(resource_name)

    @classmethod
    def update_from_cloudformation_json(
        cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name
    ):
        return original_resource

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        pass

    def is_created(self):
        return True

    @staticmethod
    def cloudformation_type():
        return "Copydesk::StandIn"


def stand_in(kind, attributes):
    return type(
        kind.replace("::", ""),
        (StandIn, CloudFormationModel),
        {
            "__module__": StandIn.__module__,
            "attributes": attributes,
            "cloudformation_type": staticmethod(lambda: kind),
        },
    )


account = "123456789012"
made = [
    stand_in(kind, attributes)
    for kind, attributes in {
        "AWS::CloudFront::Distribution": {"DomainName": "d111111abcdef8.cloudfront.net", "Id": "E1EXAMPLE"},
        "AWS::CloudFront::Function": {"FunctionARN": f"arn:aws:cloudfront::{account}:function/gate"},
        "AWS::CloudFront::OriginAccessControl": {"Id": "E2EXAMPLE"},
        "AWS::CloudWatch::Alarm": {"Arn": f"arn:aws:cloudwatch:us-east-1:{account}:alarm:stand-in"},
    }.items()
]

execute_change_set = CloudFormationBackend.execute_change_set


def execute_and_note_outputs(self, change_set_name, stack_name=None):
    """moto forgets the outputs of a stack that came by a change set, as those of the CDK do."""
    execute_change_set(self, change_set_name, stack_name)
    for stack in self.stacks.values():
        stack._parse_template()
        stack.output_map = stack._create_output_map()


CloudFormationBackend.execute_change_set = execute_and_note_outputs

if __name__ == "__main__":
    sys.exit(main())
