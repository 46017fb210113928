package org.nafidha.procedures.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Procedures;
import org.nafidha.procedures.internal.VersionStore.Key;
import org.springframework.stereotype.Component;

/**
 * The published versions. A version never changes, so it is read once and kept; which are the newest is asked at most once
 * a second, so that a version published on another node is offered here a second later at the latest.
 */
@Component
class PublishedProcedures implements Procedures {

	private static final long STALE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);

	private record Newest(List<Procedure> procedures, Map<Key, Instant> retired, long readAt) {
	}

	private final VersionStore store;
	private final ProposalStore proposals;
	private final YamlLoader loader;
	private final List<String> catalogue = BundledFiles.catalogue();
	private final ConcurrentMap<Key, Procedure> known = new ConcurrentHashMap<>();
	private volatile @Nullable Newest newest;

	PublishedProcedures(VersionStore store, ProposalStore proposals, YamlLoader loader) {
		this.store = store;
		this.proposals = proposals;
		this.loader = loader;
	}

	@Override
	public List<Procedure> current() {
		return newest().procedures();
	}

	@Override
	public Optional<Instant> retired(String id, int version) {
		return Optional.ofNullable(newest().retired().get(new Key(id, version)));
	}

	private Newest newest() {
		Newest now = newest;
		return now == null || System.nanoTime() - now.readAt() > STALE_AFTER_NANOS ? read() : now;
	}

	@Override
	public Optional<Procedure> current(String id) {
		return current().stream().filter(procedure -> procedure.id().equals(id)).findFirst();
	}

	@Override
	public Optional<Procedure> version(String id, int version) {
		return find(new Key(id, version));
	}

	/** Whoever asks next reads which are the newest. */
	void forget() {
		newest = null;
	}

	List<Procedure> refresh() {
		return read().procedures();
	}

	private Newest read() {
		long now = System.nanoTime();
		List<Procedure> procedures = store.newest().stream().flatMap(key -> find(key).stream())
				.sorted(Comparator.comparingInt(this::place).thenComparing(Procedure::id)).toList();
		Map<Key, Instant> retired = proposals.retirements().stream()
				.collect(Collectors.toMap(one -> new Key(one.procedure(), one.version()), ProposalStore.Retirement::at));
		Newest read = new Newest(procedures, retired, now);
		newest = read;
		return read;
	}

	private Optional<Procedure> find(Key key) {
		Procedure procedure = known.get(key);
		if (procedure == null) {
			procedure = store.text(key).map(loader::published).orElse(null);
			if (procedure != null) {
				known.put(key, procedure);
			}
		}
		return Optional.ofNullable(procedure);
	}

	/** Place in the catalogue; what is not in it comes last. */
	private int place(Procedure procedure) {
		int place = catalogue.indexOf(procedure.id());
		return place < 0 ? Integer.MAX_VALUE : place;
	}
}
