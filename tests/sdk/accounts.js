// All Accounts methods of the vendor's Node SDK, unchanged, against the sandbox.
//
// Usage: accounts.js HOST:PORT CREDENTIALS, with the certificate in NODE_EXTRA_CA_CERTS.
const assert = require('node:assert/strict');
const VoximplantApiClient = require('@voximplant/apiclient-nodejs').default;

const [host, pathToCredentials] = process.argv.slice(2);
const checked = new Set();

// The SDK reads the credentials in the background.
const connect = (more = {}) =>
  new Promise((resolve) => {
    const client = new VoximplantApiClient({ pathToCredentials, host, ...more });
    client.onReady = resolve;
  });

async function check() {
  const parent = await connect();
  const call = (method, request = {}, client = parent) => {
    checked.add(method);
    return client.Accounts[method](request);
  };
  // The SDK fulfills its promises even if the API rejects the request.
  const errorCode = async (method, request) => (await call(method, request)).error.code;

  // The account.
  let response = await call('getAccountInfo');
  assert.equal(response.result.accountName, 'my-company');
  assert.equal(response.result.accountEmail, 'me@example.com');
  assert.equal(response.result.balance, 100.25);
  assert.equal(response.result.active, true);
  assert.match(String(response.result.created), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  assert.equal(response.result.apiKey, undefined);
  assert.equal(response.apiAddress.split(':').pop(), host.split(':').pop());
  response = await call('getAccountInfo', { returnLiveBalance: false });
  assert.equal(response.result.balance, 100.25);

  // Changes: multipart bodies with text beyond ASCII.
  response = await call('setAccountInfo', {
    accountFirstName: 'Zoë; "Ян" & co = 100%\r\nline two',
    accountNotifications: true,
    newsNotifications: false,
    languageCode: 'de',
    minBalanceToNotify: 2.5,
    callbackUrl: 'https://example.com/callback',
    callbackSalt: 'salt',
    accountLastName: '',
  });
  assert.deepEqual(response, { result: 1 });
  const { result: account } = await call('getAccountInfo');
  assert.equal(account.accountFirstName, 'Zoë; "Ян" & co = 100%\r\nline two');
  assert.deepEqual([account.accountNotifications, account.newsNotifications], [true, false]);
  assert.deepEqual([account.languageCode, account.minBalanceToNotify], ['de', 2.5]);
  assert.equal(await errorCode('setAccountInfo', { languageCode: 'xx' }), 202);
  // A response may have several errors; the first one is also in `error`.
  response = await call('setAccountInfo', { newAccountPassword: '7654321' });
  assert.equal(response.error.code, 112);
  assert.ok(response.errors.every((error) => error.code && error.msg), JSON.stringify(response));

  // Children.
  response = await call('getChildrenAccounts', {});
  assert.deepEqual([response.count, response.totalCount], [2, 2]);
  const [one, two] = response.result;
  assert.deepEqual([one.accountName, one.balance, one.active], ['child-one', 5, true]);
  assert.deepEqual([two.accountName, two.active], ['child-two', false]);
  const ids = [one.accountId, two.accountId];
  response = await call('getChildrenAccounts', { childAccountId: ids, count: 1, offset: 1 });
  assert.deepEqual(response.result.map((child) => child.accountId), [ids[1]]);
  response = await call('getChildrenAccounts', { active: true, briefOutput: true });
  assert.deepEqual(response.result, [{ accountId: ids[0] }]);
  assert.equal(await errorCode('getChildrenAccounts', { childAccountId: [ids[0], 7] }), 194);
  response = await call('setChildAccountInfo', { childAccountId: ids, location: 'Europe/Berlin', active: true });
  assert.deepEqual(response, { result: 1 });
  response = await call('getChildrenAccounts', { childAccountId: 'all' });
  assert.deepEqual(response.result.map((child) => [child.location, child.active]), Array(2).fill(['Europe/Berlin', true]));
  response = await call('setChildAccountInfo', {
    childAccountName: 'child-one',
    newChildAccountEmail: 'new@example.com',
  });
  assert.deepEqual(response, { result: 1 });
  assert.equal(await errorCode('setChildAccountInfo', { childAccountName: 'nobody' }), 198);
  assert.equal(await errorCode('setChildAccountInfo', {}), 485);

  // The parent's key acts for a child.
  response = await call('getAccountInfo', {}, await connect({ accountId: ids[0] }));
  assert.deepEqual([response.result.accountName, response.result.accountEmail], ['child-one', 'new@example.com']);

  // Prices: the SDK sends dates with a time.
  response = await call('getCurrencyRate', { currency: 'USD;EUR', date: new Date('2014-03-17T10:20:30Z') });
  const second = await call('getCurrencyRate', { currency: 'USD;EUR', date: new Date('2014-03-17T00:00:00Z') });
  assert.equal((response.result.USD ?? response.result.uSD ?? response.result.usd), 1);
  assert.deepEqual(second.result, response.result);
  response = await call('getResourcePrice', { resourceType: 'PSTNOUT', resourceParam: '79263331122' });
  assert.deepEqual(response.result.map((item) => item.resourceType), ['PSTNOUT']);
  assert.match(JSON.stringify(response.result), /"Russia Mobile"/);
  response = await call('getSubscriptionPrice', { subscriptionTemplateType: 'PHONE_NUM', count: 1 });
  assert.deepEqual(response.result.map((item) => [item.subscriptionTemplateId, item.price]), [[20, 293.855]]);

  // Money and plans: the balance moves.
  response = await call('getMoneyAmountToCharge', { currency: 'USD' });
  assert.deepEqual([response.result.amount, response.result.minAmount], [3.5, 0]);
  response = await call('getMoneyAmountToCharge', { chargeDate: new Date(Date.now() + 10 * 86400 * 1000) });
  assert.deepEqual([response.result.amount, response.result.subscriptions.length], [4.7, 2]);
  response = await call('getAvailablePlans', { planType: 'IM' });
  assert.deepEqual(
    response.result.map((plan) => [plan.planSubscriptionTemplateId, plan.periodicCharge]),
    [[2, 10.1], [3, 49.95]],
  );
  response = await call('changeAccountPlan', { planType: 'IM', planSubscriptionTemplateId: 2 });
  assert.deepEqual([response.result, response.accountInfo.balance], [1, 90.15]);
  response = await call('getAccountPlans', {});
  assert.deepEqual(response.result.map((plan) => plan.planSubscriptionTemplateId), [2, 4]);
  assert.equal(await errorCode('changeAccountPlan', { planType: 'IM', planSubscriptionTemplateId: 1 }), 379);

  // Documents.
  response = await call('getAccountDocuments', { childAccountId: ids, verificationStatus: 'REQUIRED;IN_PROGRESS' });
  const found = response.result.map((item) => item.accountId);
  assert.ok(ids.every((id) => found.includes(id)), JSON.stringify(response));

  // A sample.
  assert.equal((await call('getAccountVerifications', { accountId: ids[0] })).result.length, 3);

  // Every method of the section was checked.
  assert.deepEqual([...checked].sort(), Object.keys(parent.Accounts).sort());
  console.log(`Node SDK: ${checked.size} methods checked`);
}

check().catch((error) => {
  console.error(error);
  process.exit(1);
});
