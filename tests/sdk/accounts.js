// All Accounts methods of the vendor's Node SDK, as it is, against the sandbox.
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
  // The SDK's promises are fulfilled where the API refuses.
  const refused = async (method, request) => (await call(method, request)).error.code;

  // The account.
  let answer = await call('getAccountInfo');
  assert.equal(answer.result.accountName, 'my-company');
  assert.equal(answer.result.accountEmail, 'me@example.com');
  assert.equal(answer.result.balance, 100.25);
  assert.equal(answer.result.active, true);
  assert.match(String(answer.result.created), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  assert.equal(answer.result.apiKey, undefined);
  assert.equal(answer.apiAddress.split(':').pop(), host.split(':').pop());
  answer = await call('getAccountInfo', { returnLiveBalance: false });
  assert.equal(answer.result.balance, 100.25);

  // Changes: multipart bodies with text beyond ASCII.
  answer = await call('setAccountInfo', {
    accountFirstName: 'Zoë; "Ян" & co = 100%\r\nline two',
    accountNotifications: true,
    newsNotifications: false,
    languageCode: 'de',
    minBalanceToNotify: 2.5,
    callbackUrl: 'https://example.com/callback',
    callbackSalt: 'salt',
    accountLastName: '',
  });
  assert.deepEqual(answer, { result: 1 });
  const { result: account } = await call('getAccountInfo');
  assert.equal(account.accountFirstName, 'Zoë; "Ян" & co = 100%\r\nline two');
  assert.deepEqual([account.accountNotifications, account.newsNotifications], [true, false]);
  assert.deepEqual([account.languageCode, account.minBalanceToNotify], ['de', 2.5]);
  assert.equal(await refused('setAccountInfo', { languageCode: 'xx' }), 202);
  // Several errors come at once, the first of them by itself too.
  answer = await call('setAccountInfo', { newAccountPassword: '7654321' });
  assert.equal(answer.error.code, 112);
  assert.ok(answer.errors.every((error) => error.code && error.msg), JSON.stringify(answer));

  // Children.
  answer = await call('getChildrenAccounts', {});
  assert.deepEqual([answer.count, answer.totalCount], [2, 2]);
  const [one, two] = answer.result;
  assert.deepEqual([one.accountName, one.balance, one.active], ['child-one', 5, true]);
  assert.deepEqual([two.accountName, two.active], ['child-two', false]);
  const ids = [one.accountId, two.accountId];
  answer = await call('getChildrenAccounts', { childAccountId: ids, count: 1, offset: 1 });
  assert.deepEqual(answer.result.map((child) => child.accountId), [ids[1]]);
  answer = await call('getChildrenAccounts', { active: true, briefOutput: true });
  assert.deepEqual(answer.result, [{ accountId: ids[0] }]);
  assert.equal(await refused('getChildrenAccounts', { childAccountId: [ids[0], 7] }), 194);
  answer = await call('setChildAccountInfo', { childAccountId: ids, location: 'Europe/Berlin', active: true });
  assert.deepEqual(answer, { result: 1 });
  answer = await call('getChildrenAccounts', { childAccountId: 'all' });
  assert.deepEqual(answer.result.map((child) => [child.location, child.active]), Array(2).fill(['Europe/Berlin', true]));
  answer = await call('setChildAccountInfo', {
    childAccountName: 'child-one',
    newChildAccountEmail: 'new@example.com',
  });
  assert.deepEqual(answer, { result: 1 });
  assert.equal(await refused('setChildAccountInfo', { childAccountName: 'nobody' }), 198);
  assert.equal(await refused('setChildAccountInfo', {}), 485);

  // The parent's key speaks for a child.
  answer = await call('getAccountInfo', {}, await connect({ accountId: ids[0] }));
  assert.deepEqual([answer.result.accountName, answer.result.accountEmail], ['child-one', 'new@example.com']);

  // Prices: the SDK sends dates with a time.
  answer = await call('getCurrencyRate', { currency: 'USD;EUR', date: new Date('2014-03-17T10:20:30Z') });
  const again = await call('getCurrencyRate', { currency: 'USD;EUR', date: new Date('2014-03-17T00:00:00Z') });
  assert.equal((answer.result.USD ?? answer.result.uSD ?? answer.result.usd), 1);
  assert.deepEqual(again.result, answer.result);
  answer = await call('getResourcePrice', { resourceType: 'PSTNOUT', resourceParam: '79263331122' });
  assert.deepEqual(answer.result.map((item) => item.resourceType), ['PSTNOUT']);
  assert.match(JSON.stringify(answer.result), /"Russia Mobile"/);
  answer = await call('getSubscriptionPrice', { subscriptionTemplateType: 'PHONE_NUM', count: 1 });
  assert.deepEqual(answer.result.map((item) => [item.subscriptionTemplateId, item.price]), [[20, 293.855]]);

  // Money and plans: the balance moves.
  answer = await call('getMoneyAmountToCharge', { currency: 'USD' });
  assert.deepEqual([answer.result.amount, answer.result.minAmount], [3.5, 0]);
  answer = await call('getMoneyAmountToCharge', { chargeDate: new Date(Date.now() + 10 * 86400 * 1000) });
  assert.deepEqual([answer.result.amount, answer.result.subscriptions.length], [4.7, 2]);
  answer = await call('getAvailablePlans', { planType: 'IM' });
  assert.deepEqual(
    answer.result.map((plan) => [plan.planSubscriptionTemplateId, plan.periodicCharge]),
    [[2, 10.1], [3, 49.95]],
  );
  answer = await call('changeAccountPlan', { planType: 'IM', planSubscriptionTemplateId: 2 });
  assert.deepEqual([answer.result, answer.accountInfo.balance], [1, 90.15]);
  answer = await call('getAccountPlans', {});
  assert.deepEqual(answer.result.map((plan) => plan.planSubscriptionTemplateId), [2, 4]);
  assert.equal(await refused('changeAccountPlan', { planType: 'IM', planSubscriptionTemplateId: 1 }), 379);

  // Documents.
  answer = await call('getAccountDocuments', { childAccountId: ids, verificationStatus: 'REQUIRED;IN_PROGRESS' });
  const found = answer.result.map((item) => item.accountId);
  assert.ok(ids.every((id) => found.includes(id)), JSON.stringify(answer));

  // A method that the sandbox does not have.
  assert.equal(await refused('getAccountVerifications', { accountId: ids[0] }), 103);

  // Nothing of the section is left out.
  assert.deepEqual([...checked].sort(), Object.keys(parent.Accounts).sort());
  console.log(`Node SDK: ${checked.size} methods checked`);
}

check().catch((error) => {
  console.error(error);
  process.exit(1);
});
