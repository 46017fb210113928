package org.nafidha.publicrecord.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** How the centre keeps its promises, for everybody; the same as JSON for those who count for themselves. */
@Controller
class FigurePages {

	/** The periods on offer, in days. */
	static final List<Integer> PERIODS = List.of(30, 90, 365);

	private final KeptFigures figures;

	FigurePages(KeptFigures figures) {
		this.figures = figures;
	}

	@GetMapping("/figures")
	String figures(@RequestParam(defaultValue = "30") int days, Model model) {
		model.addAttribute("services", figures.services(known(days)));
		model.addAttribute("days", days);
		model.addAttribute("periods", PERIODS);
		return "publicrecord/figures";
	}

	@GetMapping("/figures.json")
	@ResponseBody
	List<Map<String, Object>> figuresAsJson(@RequestParam(defaultValue = "30") int days) {
		return figures.services(known(days)).stream().map(s -> {
			Map<String, Object> row = new TreeMap<>(Map.of("procedure", s.procedure().id(), "asked", s.asked(), "running", s.running(), "decided",
					s.decided(), "refused", s.refused(), "promisedWorkingDays", s.promised(), "withinPromise", s.within(), "documentsIssued",
					s.issued()));
			s.median().ifPresent(median -> row.put("medianWorkingDays", median));
			return row;
		}).toList();
	}

	private static int known(int days) {
		if (!PERIODS.contains(days)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		return days;
	}
}
