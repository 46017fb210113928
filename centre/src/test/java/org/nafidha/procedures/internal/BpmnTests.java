package org.nafidha.procedures.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nafidha.platform.Texts;
import org.nafidha.procedures.Procedure;
import org.nafidha.procedures.Step;
import org.nafidha.procedures.internal.BundledFiles.BundledFile;

/** What another tool makes of a procedure's BPMN: it reads it against the schemas of the OMG, and every part is drawn. */
class BpmnTests {

	static List<BundledFile> files() {
		return BundledFiles.all();
	}

	@ParameterizedTest
	@MethodSource("files")
	void itIsBpmnByTheSchemaAndEveryPartIsDrawn(BundledFile file) {
		for (Locale locale : List.of(Texts.ARABIC, Texts.ENGLISH)) {
			BpmnModelInstance model = read(House.load(file.text()), locale);
			List<String> drawn = model.getModelElementsByType(BpmnShape.class).stream().map(shape -> shape.getBpmnElement().getId()).toList();
			assertThat(drawn).doesNotHaveDuplicates().containsAll(model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList())
					.containsAll(model.getModelElementsByType(Lane.class).stream().map(Lane::getId).toList()).contains("pool");
			assertThat(model.getModelElementsByType(BpmnEdge.class)).hasSameSizeAs(model.getModelElementsByType(SequenceFlow.class))
					.allSatisfy(edge -> assertThat(edge.getWaypoints()).hasSizeGreaterThanOrEqualTo(2));
			assertThat(model.getModelElementsByType(Lane.class).stream().flatMap(lane -> lane.getFlowNodeRefs().stream())).as("each node in one lane")
					.doesNotHaveDuplicates().hasSameSizeAs(model.getModelElementsByType(FlowNode.class));
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyStepHasItsKindOfElement(BundledFile file) {
		Procedure procedure = House.load(file.text());
		BpmnModelInstance model = read(procedure, Texts.ENGLISH);
		for (Step step : procedure.steps().values()) {
			Object element = model.getModelElementById("n_" + step.id());
			switch (step) {
				case Step.Review review -> assertThat(element).isInstanceOf(UserTask.class);
				case Step.Correction correction -> assertThat(element).isInstanceOf(UserTask.class);
				case Step.Choice choice -> assertThat(element).isInstanceOf(ExclusiveGateway.class);
				case Step.Wait wait -> assertThat(model.getModelElementsByType(IntermediateCatchEvent.class)).isNotEmpty();
				case Step.Automated automated -> assertThat(element)
						.isInstanceOf(automated.kind() == Step.Automated.Kind.PAYMENT ? ReceiveTask.class : ServiceTask.class);
				case Step.Fetch fetch -> {
					assertThat(element).isInstanceOfAny(ParallelGateway.class, InclusiveGateway.class);
					fetch.items()
							.forEach(item -> assertThat((Object) model.getModelElementById("n_" + item.call().id())).isInstanceOf(ServiceTask.class));
				}
				case Step.Consultation consultation -> {
					assertThat(element).isInstanceOfAny(ParallelGateway.class, InclusiveGateway.class);
					consultation.opinions().forEach(opinion -> assertThat((Object) model.getModelElementById("n_" + opinion.review().id()))
							.isInstanceOf(UserTask.class));
				}
			}
		}
		assertThat(model.getModelElementsByType(EndEvent.class)).isNotEmpty();
		for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
			assertThat(node.getIncoming().isEmpty()).as(node.getId()).isEqualTo(node.getId().equals("start") || node instanceof BoundaryEvent);
			assertThat(node.getOutgoing().isEmpty()).as(node.getId()).isEqualTo(node instanceof EndEvent);
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void nothingStandsOnAnythingElse(BundledFile file) {
		BpmnModelInstance model = read(House.load(file.text()), Texts.ARABIC);
		List<BpmnShape> shapes = model.getModelElementsByType(BpmnShape.class).stream()
				.filter(shape -> shape.getBpmnElement() instanceof FlowNode && !(shape.getBpmnElement() instanceof BoundaryEvent)).toList();
		for (BpmnShape one : shapes) {
			for (BpmnShape other : shapes) {
				assertThat(one != other && meet(one.getBounds(), other.getBounds())).as(one.getId() + " " + other.getId()).isFalse();
			}
		}
	}

	private static boolean meet(Bounds one, Bounds other) {
		return one.getX() < other.getX() + other.getWidth() && other.getX() < one.getX() + one.getWidth()
				&& one.getY() < other.getY() + other.getHeight() && other.getY() < one.getY() + one.getHeight();
	}

	/** Reading keeps to the schemas and throws otherwise. */
	private static BpmnModelInstance read(Procedure procedure, Locale locale) {
		String xml = new DrawnViews(House.TEXTS).bpmn(procedure, locale, lane -> lane);
		BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
		Bpmn.validateModel(model);
		return model;
	}
}
