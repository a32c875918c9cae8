"""All Accounts methods of the vendor's Python SDK, unchanged, against the sandbox.

Usage: accounts.py HOST:PORT CREDENTIALS, with the certificate in REQUESTS_CA_BUNDLE.
"""

import datetime
import sys

from voximplant.apiclient import VoximplantAPI, VoximplantAPIConfig, VoximplantException

endpoint, credentials = sys.argv[1:]
parent = VoximplantAPI(credentials, endpoint)
today = datetime.datetime.now(datetime.timezone.utc).date()
checked = set()


def call(method, api=parent, **params):
    """Returns the response of a method."""
    checked.add(method)
    return getattr(api, method)(**params)


def error_code(method, **params):
    """Returns the code of the error with which the API rejects a method."""
    try:
        response = call(method, **params)
    except VoximplantException as error:
        assert error.message, error
        return error.code
    raise AssertionError("%s was not rejected: %s" % (method, response))


def same(found, expected):
    assert found == expected, "expected %r, found %r" % (expected, found)


# The account, with its times as Python's.
response = call("get_account_info")
account = response["result"]
same(account["account_name"], "my-company")
same(account["account_email"], "me@example.com")
same(account["balance"], 100.25)
same(account["active"], True)
same(account["created"].date(), today)
same("api_key" in account, False)
same(response["api_address"].rsplit(":", 1)[1], endpoint.rsplit(":", 1)[1])
same("live_balance" in call("get_account_info", return_live_balance=False)["result"], False)

# Changes: booleans as True and False, text beyond ASCII.
response = call(
    "set_account_info",
    account_first_name="Zoë; Ян & co = 100%",
    account_notifications=True,
    news_notifications=False,
    language_code="de",
    min_balance_to_notify=2.5,
    callback_url="https://example.com/callback",
    callback_salt="salt",
)
same(response, {"result": 1})
account = call("get_account_info")["result"]
same(account["account_first_name"], "Zoë; Ян & co = 100%")
same((account["account_notifications"], account["news_notifications"]), (True, False))
same((account["language_code"], account["min_balance_to_notify"]), ("de", 2.5))
same(error_code("set_account_info", language_code="xx"), 202)
same(error_code("set_account_info", new_account_password="7654321"), 112)

# Children: lists of ids, filters, order, pages.
response = call("get_children_accounts")
same((response["count"], response["total_count"]), (2, 2))
one, two = response["result"]
same((one["account_name"], one["balance"], one["active"]), ("child-one", 5, True))
same((two["account_name"], two["active"]), ("child-two", False))
ids = [one["account_id"], two["account_id"]]
same(call("get_children_accounts", child_account_id=ids, count=1, offset=1)["result"][0]["account_id"], ids[1])
same(call("get_children_accounts", active=True, brief_output=True)["result"], [{"account_id": ids[0]}])
same(error_code("get_children_accounts", child_account_id=[ids[0], 7]), 194)
same(call("set_child_account_info", child_account_id=ids, location="Europe/Berlin", active=True), {"result": 1})
for child in call("get_children_accounts", child_account_id="all")["result"]:
    same((child["location"], child["active"]), ("Europe/Berlin", True))
same(call("set_child_account_info", child_account_name="child-one", new_child_account_email="new@example.com"), {"result": 1})
same(call("get_children_accounts", child_account_email="new@")["result"][0]["account_id"], ids[0])
same(error_code("set_child_account_info", child_account_name="nobody"), 198)
same(error_code("set_child_account_info"), 485)

# The parent's key acts for a child.
config = VoximplantAPIConfig(credentials_file_path=credentials, endpoint=endpoint, account_id=ids[0])
same(call("get_account_info", VoximplantAPI(config=config))["result"]["account_name"], "child-one")

# Prices: dates with and without a time, exact decimals.
rates = [
    call("get_currency_rate", currency=["USD", "EUR"], date=date)["result"]
    for date in (datetime.date(2014, 3, 17), datetime.datetime(2014, 3, 17, 10, 20, 30), "2014-03-17")
]
same(rates[0]["USD"], 1)
same((rates[1], rates[2]), (rates[0], rates[0]))
same(error_code("get_currency_rate", currency="USD", date="yesterday"), 111)
resources = call("get_resource_price", resource_type="PSTNOUT", resource_param=["79263331122"])["result"]
same([price["price_group_name"] for price in resources[0]["price_groups"]], ["Russia Mobile"])
same(resources[0]["price_groups"][0]["params"]["requested"], ["79263331122"])
templates = call("get_subscription_price", subscription_template_type="PHONE_NUM", count=1)["result"]
same((templates[0]["subscription_template_id"], templates[0]["price"]), (20, 293.855))

# Money and plans: the balance moves.
due = call("get_money_amount_to_charge", currency="USD")["result"]
same((due["amount"], due["min_amount"]), (3.5, 0))
same(due["subscriptions"][0]["subscription_next_renewal"], datetime.date(2020, 1, 31))
due = call("get_money_amount_to_charge", charge_date=today + datetime.timedelta(days=10))["result"]
same((due["amount"], len(due["subscriptions"])), (4.7, 2))
available = call("get_available_plans", plan_type=["IM"])["result"]
same([(plan["plan_subscription_template_id"], plan["periodic_charge"]) for plan in available], [(2, 10.1), (3, 49.95)])
response = call("change_account_plan", plan_type="IM", plan_subscription_template_id=2)
same((response["result"], response["account_info"]["balance"]), (1, 90.15))
plans = call("get_account_plans")["result"]
same([plan["plan_subscription_template_id"] for plan in plans], [2, 4])
same(plans[0]["next_charge"] > today, True)
same(error_code("change_account_plan", plan_type="IM", plan_subscription_template_id=1), 379)

# Documents.
documents = call("get_account_documents", child_account_id=ids, verification_status=["REQUIRED", "IN_PROGRESS"])["result"]
same({item["account_id"] for item in documents} >= set(ids), True)

# A sample.
same(len(call("get_account_verifications", account_id=ids[0])["result"]), 3)

print("Python SDK: %d methods checked" % len(checked))
