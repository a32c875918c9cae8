"""Calls of the vendor's Python SDK, one after the other.

Usage: calls.py HOST:PORT CREDENTIALS CALLS IN_FLIGHT; prints nanoseconds of CPU time per call, and calls per second.
"""

import json
import sys
import time

from voximplant.apiclient import VoximplantAPI

endpoint, credentials, calls, _ = sys.argv[1:]
api = VoximplantAPI(credentials, endpoint)
for _ in range(10):
    api.get_account_info()
begun, cpu = time.perf_counter(), time.process_time_ns()
for _ in range(int(calls)):
    assert api.get_account_info()["result"]["account_id"]
cpu, elapsed = time.process_time_ns() - cpu, time.perf_counter() - begun
print(json.dumps({"cpu": cpu / int(calls), "per_second": int(calls) / elapsed}))
