package org.nafidha.kernel;

import java.util.function.Function;

/** What an act answers: its value, or the reason why not. Exceptions are left for bugs and broken infrastructure. */
public sealed interface Result<T> {

	record Ok<T>(T value) implements Result<T> {
	}

	record Refused<T>(Refusal refusal) implements Result<T> {
	}

	static <T> Result<T> ok(T value) {
		return new Ok<>(value);
	}

	default <R> Result<R> map(Function<? super T, ? extends R> change) {
		return switch (this) {
			case Ok<T>(T value) -> new Ok<>(change.apply(value));
			case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
		};
	}

	default <R> Result<R> then(Function<? super T, Result<R>> next) {
		return switch (this) {
			case Ok<T>(T value) -> next.apply(value);
			case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
		};
	}

	/** The value; for callers that know it cannot be refused. Throws {@link IllegalStateException} naming the reason. */
	default T orThrow() {
		return switch (this) {
			case Ok<T>(T value) -> value;
			case Refused<T>(Refusal refusal) -> throw new IllegalStateException("refused: " + refusal.code() + " " + refusal.values());
		};
	}
}
