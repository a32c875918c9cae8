// Calls of the vendor's Node SDK, a given number at a time.
//
// Usage: calls.js HOST:PORT CREDENTIALS CALLS IN_FLIGHT; prints nanoseconds of CPU time per call, and calls per second.
const VoximplantApiClient = require('@voximplant/apiclient-nodejs').default;

const [host, pathToCredentials, calls, inFlight] = process.argv.slice(2);

async function run(api, count) {
  const lane = async () => {
    for (let call = 0; call < count / inFlight; call++) {
      const { result } = await api.Accounts.getAccountInfo({});
      if (!result.accountId) throw new Error('an account is expected');
    }
  };
  await Promise.all(Array.from({ length: Number(inFlight) }, lane));
}

const api = new VoximplantApiClient({ pathToCredentials, host });
api.onReady = async () => {
  await run(api, inFlight * 5);
  const begun = process.hrtime.bigint();
  const before = process.cpuUsage();
  await run(api, calls);
  const cpu = process.cpuUsage(before);
  const elapsed = Number(process.hrtime.bigint() - begun) / 1e9;
  const made = Math.ceil(calls / inFlight) * inFlight;
  console.log(JSON.stringify({ cpu: ((cpu.user + cpu.system) * 1000) / made, per_second: made / elapsed }));
};
