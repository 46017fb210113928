package org.nafidha.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nafidha.console.internal.AnsweredForms.Answer;
import org.nafidha.identity.Role;
import org.nafidha.identity.SignedIn;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.testing.CentreTest;
import org.springframework.beans.factory.annotation.Autowired;

@CentreTest
class AnsweredFormsTests {

	private static final SignedIn.Staff TESTS = new SignedIn.Staff("answered-forms-tests", Set.of(Role.ADMINISTRATOR));

	@Autowired
	AnsweredForms forms;

	private final String key = UUID.randomUUID().toString();
	private final AtomicInteger acts = new AtomicInteger();

	@Test
	void eightClicksAtOnceActOnceAndOneOfThemSeesTheSecret() throws Exception {
		List<Future<Result<Answer>>> clicks = new ArrayList<>();
		try (ExecutorService people = Executors.newFixedThreadPool(8)) {
			for (int i = 0; i < 8; i++) {
				clicks.add(people.submit(() -> forms.once(key, TESTS, this::act)));
			}
		}
		List<Answer> answers = new ArrayList<>();
		for (Future<Result<Answer>> click : clicks) {
			answers.add(click.get().orThrow());
		}
		assertThat(acts).hasValue(1);
		assertThat(answers).extracting(Answer::subject).containsOnly("officer-1");
		assertThat(answers).extracting(Answer::secret).filteredOn(secret -> secret != null).containsExactly("secret-1");
	}

	@Test
	void aRefusedFormMayBeCorrectedAndSentAgain() {
		assertThat(forms.once(key, TESTS, () -> Refusal.of("staff.username.taken").asResult())).isInstanceOf(Result.Refused.class);
		assertThat(forms.once(key, TESTS, this::act).orThrow().secret()).isEqualTo("secret-1");
	}

	@Test
	void anotherOfficersFormWithTheSameKeyIsAnotherForm() {
		forms.once(key, TESTS, this::act).orThrow();
		SignedIn.Staff other = new SignedIn.Staff("somebody-else", Set.of(Role.ADMINISTRATOR));
		assertThat(forms.once(key, other, this::act).orThrow().subject()).isEqualTo("officer-2");
	}

	private Result<Answer> act() {
		int number = acts.incrementAndGet();
		return Result.ok(new Answer("officer-" + number, "secret-" + number));
	}
}
