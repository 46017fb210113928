package org.nafidha.portal;

import java.util.List;
import org.nafidha.kernel.LocalizedText;

/** Services that people look for together. */
public record ServiceSection(String id, LocalizedText title, List<Service> services) {
}
