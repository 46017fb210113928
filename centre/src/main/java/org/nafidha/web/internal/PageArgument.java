package org.nafidha.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nafidha.web.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller's method take the {@link Page} that its template will be given: for sentences that need the reader's language. */
@Configuration(proxyBeanMethods = false)
class PageArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {

	/** Asked late: addresses of files come from the configuration that this class takes part in. */
	private final ObjectProvider<Pages> pages;

	PageArgument(ObjectProvider<Pages> pages) {
		this.pages = pages;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Page.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request,
			@Nullable WebDataBinderFactory binder) {
		return pages.getObject().of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
	}
}
