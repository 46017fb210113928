package org.nafidha.procedures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nafidha.kernel.LocalizedText;
import org.nafidha.kernel.Refusal;

/**
 * How an invented case went under a procedure.
 *
 * @param stays every stay at a step, in the order in which they opened
 * @param way what happened, in order: {@code step:outcome}, and {@code choice:target} for rules
 * @param fees that were charged
 * @param end id of the end reached; null while it runs
 * @param refusal why the opening or the act after {@code taken} was refused, as the engine would; null if nothing was
 * @param taken how many acts were taken
 * @param data what the case knows
 */
public record Trial(List<Stay> stays, List<String> way, List<Charged> fees, @Nullable String end, @Nullable Refusal refusal, int taken,
		LocalDate today, LocalDate dueOn, Map<String, Object> data) {

	/** In the way of a case that was taken up again after an appeal. */
	public static final String UPHELD = "appeal:" + Scenario.Act.UPHELD;

	/**
	 * @param due the last day that counts; null where nothing is late
	 * @param outcome null while the case stands there
	 * @param opened after how many acts it opened
	 * @param closed after how many acts it closed; -1 while the case stands there
	 */
	public record Stay(String step, int visit, LocalDate since, @Nullable LocalDate due, @Nullable String outcome, @Nullable String reason,
			int opened, int closed) {

		public boolean open() {
			return outcome == null;
		}
	}

	/** A fee that came to something. */
	public record Charged(String step, String fee, LocalizedText title, BigDecimal amount) {
	}

	public List<Stay> open() {
		return stays.stream().filter(Stay::open).toList();
	}

	/** Whether an appeal that is upheld takes the case up again: it was refused by somebody, and there is one appeal for each case. */
	public boolean appealable(Procedure procedure) {
		Procedure.End reached = end == null ? null : procedure.ends().get(end);
		Procedure.Appeal appeal = procedure.appeal();
		return reached != null && reached.refusedByDecision() && appeal != null && appeal.upheld() != null && !way.contains(UPHELD);
	}

	/** What is kept with an example. */
	public Expected summary() {
		Map<String, BigDecimal> amounts = new LinkedHashMap<>();
		fees.forEach(fee -> amounts.merge(fee.fee(), fee.amount(), BigDecimal::add));
		return new Expected(way, amounts, ending());
	}

	private String ending() {
		if (refusal != null) {
			return "refused " + refusal.code();
		}
		return end == null ? "open " + String.join(", ", open().stream().map(Stay::step).toList()) : end;
	}

	/**
	 * How a case is expected to go.
	 *
	 * @param end id of an end, {@code refused <code>}, or {@code open <steps>}
	 */
	public record Expected(List<String> way, Map<String, BigDecimal> fees, String end) {

		public Expected {
			way = List.copyOf(way);
			Map<String, BigDecimal> plain = new LinkedHashMap<>();
			fees.forEach((fee, amount) -> plain.put(fee, new BigDecimal(amount.stripTrailingZeros().toPlainString())));
			fees = java.util.Collections.unmodifiableMap(plain);
		}
	}
}
