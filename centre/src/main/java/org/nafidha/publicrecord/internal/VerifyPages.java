package org.nafidha.publicrecord.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.nafidha.documents.Documents;
import org.nafidha.documents.Verdict;
import org.nafidha.identity.RateLimits;
import org.nafidha.identity.RateLimits.Limit;
import org.nafidha.kernel.Reference;
import org.nafidha.kernel.Refusal;
import org.nafidha.kernel.Result;
import org.nafidha.publicrecord.Answer;
import org.nafidha.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Is this document genuine? By its number, its file, or a photograph of its code; works without scripts. */
@Controller
class VerifyPages {

	private static final String NUMBER = "number";
	private static final String FILE = "file";
	private static final String CODE = "NAF1:";
	/** The text of a code is never longer. */
	private static final int CODE_BYTES = 3_000;

	private final Documents documents;
	private final RateLimits limits;
	private final PictureReader pictures;

	VerifyPages(Documents documents, RateLimits limits, PictureReader pictures) {
		this.documents = documents;
		this.limits = limits;
		this.pictures = pictures;
	}

	/** With a number typed: on to its own address, or back with what is wrong with it. */
	@GetMapping("/verify")
	String start(@RequestParam(required = false) Optional<String> number, Model model) {
		Form form = Form.of(number.map(typed -> Map.of(NUMBER, typed)).orElse(Map.of()));
		if (number.isPresent()) {
			Optional<String> reference = form.take(NUMBER, typed(number.get()));
			if (reference.isPresent()) {
				return "redirect:/verify/" + URLEncoder.encode(reference.get(), StandardCharsets.UTF_8);
			}
		}
		return form(form, model);
	}

	@GetMapping("/verify/{number}")
	String number(@PathVariable String number, HttpServletRequest request, Model model) {
		Optional<Refusal> tooMany = limits.take(Limit.VERIFICATION_BY_ADDRESS, request.getRemoteAddr());
		if (tooMany.isPresent()) {
			return form(Form.of(Map.of(NUMBER, number)).reject(Form.WHOLE, tooMany.get()), model);
		}
		return answer(documents.verifyNumber(number), Answer.Way.NUMBER, number, model);
	}

	@PostMapping("/verify")
	String file(@RequestParam(FILE) MultipartFile file, HttpServletRequest request, Model model) throws IOException {
		Optional<Refusal> tooMany = limits.take(Limit.VERIFICATION_BY_ADDRESS, request.getRemoteAddr());
		if (tooMany.isPresent()) {
			return form(Form.empty().reject(FILE, tooMany.get()), model);
		}
		if (file.isEmpty()) {
			boolean chosen = !Optional.ofNullable(file.getOriginalFilename()).orElse("").isEmpty();
			return form(Form.empty().reject(FILE, Refusal.of(chosen ? "verify.file-empty" : "verify.file-missing")), model);
		}
		String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
		byte[] bytes = file.getBytes();
		if (isCode(bytes)) {
			return answer(documents.verifyCode(new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst("\\R\\z", "")), Answer.Way.CODE, name,
					model);
		}
		return isPicture(bytes)
				? picture(bytes, name, model)
				: answer(documents.verifyPdf(bytes), Answer.Way.FILE, name, model);
	}

	private String picture(byte[] bytes, String name, Model model) {
		return switch (pictures.read(bytes)) {
			case Result.Ok<String>(String text) -> answer(documents.verifyCode(text), Answer.Way.CODE, name, model);
			case Result.Refused<String>(Refusal why) -> form(Form.empty().reject(FILE, why), model);
		};
	}

	private static Result<String> typed(String number) {
		return number.isBlank() ? Refusal.of("verify.number-missing").asResult() : Reference.parse(number);
	}

	private static boolean isCode(byte[] bytes) {
		return bytes.length <= CODE_BYTES && new String(bytes, StandardCharsets.ISO_8859_1).startsWith(CODE);
	}

	private static boolean isPicture(byte[] bytes) {
		String start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
		return start.equals("\u0089PNG") || start.startsWith("\u00ff\u00d8\u00ff");
	}

	private static String form(Form form, Model model) {
		model.addAttribute("form", form);
		return "publicrecord/verify";
	}

	private static String answer(Verdict verdict, Answer.Way way, String shown, Model model) {
		model.addAttribute("answer", Answer.of(verdict, way, shown));
		return "publicrecord/answer";
	}
}
