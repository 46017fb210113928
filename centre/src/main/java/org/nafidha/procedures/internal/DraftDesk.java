package org.nafidha.procedures.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.nafidha.kernel.Actor;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.procedures.Draft;
import org.nafidha.procedures.Drafts;
import org.nafidha.procedures.Example;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.Trial.Expected;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writing drafts. */
@Component
class DraftDesk implements Drafts {

	private final DraftStore store;
	private final ProposalStore proposals;
	private final Procedures procedures;
	private final KeptExamples examples;
	private final TransactionTemplate transaction;
	private final InstantSource clock;

	DraftDesk(DraftStore store, ProposalStore proposals, Procedures procedures, KeptExamples examples, TransactionTemplate transaction,
			InstantSource clock) {
		this.store = store;
		this.proposals = proposals;
		this.procedures = procedures;
		this.examples = examples;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public List<Draft> open() {
		return store.open();
	}

	@Override
	public Optional<Draft> find(long id) {
		return store.find(id);
	}

	@Override
	public Result<Draft> start(String procedure, int version, Actor.Officer by) {
		Optional<Procedure> base = procedures.version(procedure, version);
		if (base.isEmpty()) {
			return Refusal.of("procedure.unknown").asResult();
		}
		int next = procedures.current(procedure).map(Procedure::version).orElse(version) + 1;
		String text = base.get().text().replaceFirst("(?m)^version:[ \\t]*[0-9]+", "version: " + next);
		List<Example> kept = examples.of(procedure, version);
		return Result.ok(Objects.requireNonNull(transaction.execute(status -> {
			long id = store.insert(new Draft.Base(procedure, version), text, by.officerId(), clock.instant());
			kept.forEach(example -> store.keep(id, new DraftStore.Row(example, null), by.officerId(), clock.instant()));
			return store.find(id).orElseThrow();
		})));
	}

	@Override
	public Draft startEmpty(Actor.Officer by) {
		return Objects.requireNonNull(transaction.execute(status -> store
				.find(store.insert(null, skeleton(), by.officerId(), clock.instant())).orElseThrow()));
	}

	static String skeleton() {
		return BundledFiles.resource("procedures/skeleton.yaml");
	}

	@Override
	public Result<Draft> save(long id, int read, String text, Actor.Officer by) {
		String lines = text.replace("\r\n", "\n").replace('\r', '\n');
		if (lines.length() > TEXT_LIMIT) {
			return Refusal.of("draft.too-long", "max", Integer.toString(TEXT_LIMIT)).asResult();
		}
		return changing(id, draft -> {
			if (draft.text().equals(lines)) {
				return Result.ok(draft);
			}
			if (draft.revision() != read) {
				return Refusal.of("draft.overtaken", Map.of("by", draft.savedBy(), "revision", Integer.toString(draft.revision()))).asResult();
			}
			store.save(id, draft.revision() + 1, lines, by.officerId(), clock.instant());
			return store.find(id).map(Result::ok).orElseThrow();
		});
	}

	@Override
	public Result<Draft> discard(long id, Actor.Officer by) {
		return changing(id, draft -> {
			store.close(id, "discarded", clock.instant());
			return store.find(id).map(Result::ok).orElseThrow();
		});
	}

	@Override
	public Result<Draft> rebase(long id, Actor.Officer by) {
		return changing(id, draft -> {
			Draft.Base base = draft.base();
			if (base == null) {
				return Refusal.of("draft.no-base").asResult();
			}
			procedures.current(base.procedure()).ifPresent(newest -> store.rebase(id, newest.version()));
			return store.find(id).map(Result::ok).orElseThrow();
		});
	}

	@Override
	public List<Saved> history(long id) {
		return store.history(id);
	}

	@Override
	public Optional<String> text(long id, int revision) {
		return store.text(id, revision);
	}

	@Override
	public List<Kept> examples(long id) {
		return store.examples(id).stream().map(row -> new Kept(row.example(), row.acceptedFrom())).toList();
	}

	@Override
	public Result<Example> keep(long id, Example example, Actor.Officer by) {
		if (ExampleYaml.write(example).length() > EXAMPLE_LIMIT) {
			return tooLong();
		}
		return changing(id, draft -> {
			List<DraftStore.Row> before = store.examples(id);
			boolean fresh = before.stream().noneMatch(row -> row.example().name().equals(example.name()));
			if (fresh && before.size() >= EXAMPLES_LIMIT) {
				return Refusal.of("example.too-many", "max", Integer.toString(EXAMPLES_LIMIT)).asResult();
			}
			store.keep(id, new DraftStore.Row(example, null), by.officerId(), clock.instant());
			return Result.ok(example);
		});
	}

	@Override
	public Result<Example> remove(long id, String name, Actor.Officer by) {
		return changing(id, draft -> named(id, name).map(row -> {
			store.remove(id, name);
			return Result.ok(row.example());
		}).orElseGet(DraftDesk::unknown));
	}

	@Override
	public Result<Example> accept(long id, String name, Expected now, Actor.Officer by) {
		return changing(id, draft -> named(id, name).map(row -> {
			String from = row.acceptedFrom() == null ? row.example().expected().end() : row.acceptedFrom();
			Example accepted = row.example().expecting(now);
			if (ExampleYaml.write(accepted).length() > EXAMPLE_LIMIT) {
				return tooLong();
			}
			store.keep(id, new DraftStore.Row(accepted, from), by.officerId(), clock.instant());
			return Result.ok(accepted);
		}).orElseGet(DraftDesk::unknown));
	}

	private Optional<DraftStore.Row> named(long id, String name) {
		return store.examples(id).stream().filter(row -> row.example().name().equals(name)).findFirst();
	}

	private static Result<Example> tooLong() {
		return Refusal.of("example.too-long", "max", Integer.toString(EXAMPLE_LIMIT)).asResult();
	}

	private static Result<Example> unknown() {
		return Refusal.of("example.unknown").asResult();
	}

	/** With the draft locked, if it may be changed at all; a refused change leaves no trace. */
	private <T> Result<T> changing(long id, Function<Draft, Result<T>> change) {
		return Objects.requireNonNull(transaction.execute(status -> {
			Optional<Draft> draft = store.locked(id);
			if (draft.isEmpty()) {
				return Refusal.of("draft.unknown").<T>asResult();
			}
			if (draft.get().closed() != null) {
				return Refusal.of("draft.closed").<T>asResult();
			}
			if (proposals.openForDraft(id).isPresent()) {
				return Refusal.of("draft.proposed").<T>asResult();
			}
			return change.apply(draft.get());
		}));
	}
}
