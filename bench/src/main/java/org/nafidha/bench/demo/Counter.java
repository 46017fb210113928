package org.nafidha.bench.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nafidha.bench.demo.Steps.Failed;
import org.nafidha.bench.visitor.Account;
import org.nafidha.bench.visitor.Clerk;
import org.nafidha.bench.visitor.Persona;
import org.nafidha.bench.visitor.Visitor;

/** The steps at a counter. Any clerk will do, so that runs one after the other do not wait for the next code of the same app. */
final class Counter {

	private final Steps steps;
	private final Supplier<Visitor> visitors;
	private final List<Account> clerks;
	private @Nullable Clerk clerk;
	private boolean openedHere;

	Counter(Steps steps, Supplier<Visitor> visitors, List<Account> accounts) {
		this.steps = steps;
		this.visitors = visitors;
		this.clerks = new ArrayList<>(accounts.stream().filter(account -> account.is("clerk") && account.is("cashier")).toList());
		Collections.shuffle(clerks);
	}

	void signIn() throws Failed, InterruptedException {
		steps.step("a clerk signs in with password and authenticator app", () -> {
			Steps.check(!clerks.isEmpty(), "the demonstration has no clerk who takes money");
			Account account = clerks.getFirst();
			clerk = Clerk.signIn(visitors.get(), account);
			return account.username();
		});
		steps.step("the clerk has a cash desk open", () -> {
			openedHere = present().openDesk(1);
			return openedHere ? "opened now" : "since before";
		});
	}

	void takeFee(Persona who, String caseNumber) throws Failed, InterruptedException {
		steps.step("the clerk identifies the citizen and takes the fee in cash, receipt", () -> {
			String visit = present().identify(who.nationalNumber());
			present().take(present().till(visit, caseNumber));
			String receipt = present().receipt(visit, caseNumber).orElseThrow(() -> new IOException("no receipt is offered for " + caseNumber));
			Steps.check(present().slip(visit, caseNumber, receipt).shows(caseNumber), "the receipt " + receipt + " is not for " + caseNumber);
			return receipt;
		});
	}

	/** Leaves the cash desk as it was found. */
	void leave() throws Failed, InterruptedException {
		if (openedHere) {
			steps.step("the clerk leaves the cash desk", () -> {
				present().leaveDesk();
				return Optional.empty();
			});
		}
	}

	private Clerk present() throws IOException {
		if (clerk == null) {
			throw new IOException("no clerk has signed in");
		}
		return clerk;
	}
}
