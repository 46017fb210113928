package org.nafidha.portal.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nafidha.kernel.NameKey;
import org.nafidha.portal.Service;
import org.nafidha.procedures.Procedure;

/**
 * Finds services by everyday words: any spelling of hamza, taa marbuta and alef, with or without the article, the start of
 * a word, one wrong letter in words of four letters and more. Words of the name weigh more than keywords, those more than the
 * summary.
 */
final class ServiceSearch {

	private static final int MOST_WORDS = 12;
	private static final int NAME = 5;
	private static final int KEYWORD = 3;
	private static final int SUMMARY = 1;
	private static final Set<String> SMALL = Set.of("في", "من", "علي", "عن", "او", "ما", "هل", "اريد", "بدي", "the", "of", "an", "to", "or", "and",
			"for", "my");

	private ServiceSearch() {
	}

	private record Found(Service service, int score) {
	}

	/** Best first; those that fit no word of the question are left out. An empty question finds everything, as given. */
	static List<Service> find(List<Service> services, String question) {
		List<String> asked = words(question).limit(MOST_WORDS).toList();
		if (asked.isEmpty()) {
			return services;
		}
		return services.stream().map(service -> new Found(service, score(service.procedure(), asked))).filter(found -> found.score() > 0)
				.sorted(Comparator.comparingInt(Found::score).reversed()).map(Found::service).toList();
	}

	private static int score(Procedure procedure, List<String> asked) {
		Set<String> names = words(procedure.name().ar() + " " + procedure.name().en()).collect(Collectors.toSet());
		Set<String> keywords = words(String.join(" ", procedure.keywords())).collect(Collectors.toSet());
		Set<String> summary = words(procedure.summary().ar() + " " + procedure.summary().en()).collect(Collectors.toSet());
		int score = 0;
		for (String word : asked) {
			score += NAME * fit(word, names) + KEYWORD * fit(word, keywords) + SUMMARY * fit(word, summary);
		}
		return score;
	}

	/** 3 for the word itself, 2 for its start, 1 for one wrong letter, 0 for none. */
	private static int fit(String asked, Set<String> words) {
		int best = 0;
		for (String word : words) {
			if (word.equals(asked)) {
				return 3;
			}
			if (asked.length() >= 3 && word.startsWith(asked)) {
				best = 2;
			} else if (best == 0 && asked.length() >= 4 && oneLetterApart(asked, word)) {
				best = 1;
			}
		}
		return best;
	}

	/** Without the article, and without the small words that say nothing. */
	private static Stream<String> words(String text) {
		return Arrays.stream(NameKey.of(text).split(" ")).map(ServiceSearch::bare).filter(word -> word.length() > 1 && !SMALL.contains(word));
	}

	private static String bare(String word) {
		for (String article : List.of("وال", "بال", "لل", "ال")) {
			if (word.startsWith(article) && word.length() - article.length() >= 3) {
				return word.substring(article.length());
			}
		}
		return word;
	}

	/** One letter wrong, missing, too many, or two neighbours swapped. */
	static boolean oneLetterApart(String a, String b) {
		if (Math.abs(a.length() - b.length()) > 1) {
			return false;
		}
		int i = 0;
		while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
			i++;
		}
		String restOfA = a.substring(i);
		String restOfB = b.substring(i);
		boolean swapped = restOfA.length() > 1 && restOfB.length() > 1 && restOfA.charAt(0) == restOfB.charAt(1)
				&& restOfA.charAt(1) == restOfB.charAt(0) && tail(restOfA, 2).equals(tail(restOfB, 2));
		return swapped || tail(restOfA, 1).equals(tail(restOfB, 1)) || restOfA.equals(tail(restOfB, 1)) || tail(restOfA, 1).equals(restOfB);
	}

	private static String tail(String text, int from) {
		return text.length() < from ? "" : text.substring(from);
	}
}
