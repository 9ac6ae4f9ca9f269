package io.beskar7.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.beskar7.api.common.ObjectRef;
import io.fabric8.generator.annotation.Required;

/** One report, for one run of one host; never changed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class InspectionReportSpec {
  @Required public ObjectRef hostRef;

  @JsonPropertyDescription("Name of the run the report was made for.")
  @Required
  public String run;

  @Required public Inspection report;
}
