// The demonstration's accounts: one of each role, with today's password; or the one-time code of one of them.
// node demo-accounts.mjs FILE [USERNAME]
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [file, username] = process.argv.slice(2);
const { accounts } = JSON.parse(readFileSync(file, 'utf8'));

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const PERIOD_SECONDS = 30;

/** RFC 6238 with SHA-1 and six digits. */
function code(secret, seconds) {
	let bits = '';
	for (const letter of secret) bits += BASE32.indexOf(letter).toString(2).padStart(5, '0');
	const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(seconds / PERIOD_SECONDS)));
	const mac = createHmac('sha1', key).update(counter).digest();
	const offset = mac[mac.length - 1] & 15;
	return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

if (username) {
	const account = accounts.find((a) => a.username === username);
	if (!account) {
		console.error(`nafidha: there is no demonstration account '${username}'`);
		process.exit(1);
	}
	const now = Date.now() / 1000;
	console.log(`${code(account.totp, now)}   (for ${PERIOD_SECONDS - (Math.floor(now) % PERIOD_SECONDS)} s more)`);
} else {
	console.log('  user        password               roles, unit');
	const shown = new Set();
	for (const a of accounts) {
		const kind = a.roles[0];
		if (!shown.has(kind)) {
			shown.add(kind);
			console.log(`  ${a.username.padEnd(10)}  ${a.password.padEnd(21)}  ${a.roles.join(', ')} in ${a.unit}`);
		}
	}
	console.log(`  All ${accounts.length}: ${file}`);
	console.log('  The six-digit code at sign-in:  ./nafidha code USER');
}
