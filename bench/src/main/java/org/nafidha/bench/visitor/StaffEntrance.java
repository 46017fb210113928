package org.nafidha.bench.visitor;

import java.io.IOException;
import java.time.InstantSource;

/** Signs a member of staff in: the password, then the code of their app. */
final class StaffEntrance {

	private static final String PASSWORD = "form[action=/staff/sign-in]";
	private static final String CODE = "form[action=/staff/sign-in/code]";
	private static final int CODE_TRIES = 3;

	private StaffEntrance() {
	}

	static void signIn(Visitor visitor, Account account) throws IOException, InterruptedException {
		String wanted = account.username() + " signs in";
		WebForm password = visitor.open("/staff/sign-in").need(wanted, PASSWORD).with("username", account.username()).with("password",
				account.password());
		WebPage page = visitor.follow(visitor.send(password));
		AuthenticatorApp app = new AuthenticatorApp(account.totp(), InstantSource.system());
		for (int tried = 0; tried < CODE_TRIES; tried++) {
			WebPage answer = visitor.send(page.need(wanted, CODE).with("code", code(app, tried)));
			if (answer.leadsTo().isPresent()) {
				return;
			}
			page = answer;
		}
		throw new WrongPage(wanted, page);
	}

	/** Each code is good once. Where the same account has just signed in, the next one is taken early; after that one has to wait. */
	private static String code(AuthenticatorApp app, int tried) throws InterruptedException {
		if (tried == CODE_TRIES - 1) {
			app.awaitAnother();
		}
		return app.code(tried == 0 ? 0 : 1);
	}
}
