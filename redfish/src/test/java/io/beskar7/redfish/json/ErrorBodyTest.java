package io.beskar7.redfish.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorBodyTest {

  /** The shapes in which services have been seen to tell what went wrong. */
  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of(
            "list", "{'error':{'@Message.ExtendedInfo':[{'MessageId':'Base.1.8.Told'}]}}", "Told"),
        Arguments.of(
            "object", "{'error':{'@Message.ExtendedInfo':{'MessageId':'IDRAC.2.1.Told'}}}", "Told"),
        Arguments.of(
            "general first",
            "{'error':{'code':'Base.1.0.GeneralError',"
                + "'@Message.ExtendedInfo':[{'MessageId':'GeneralError'},{'MessageId':'Told'}]}}",
            "Told"),
        Arguments.of("code only", "{'error':{'code':'Ami.1.0.Told'}}", "Told"),
        Arguments.of("old", "{'Messages':[{'MessageID':'Base.0.10.Told'}]}", "Told"),
        Arguments.of("top level", "{'@Message.ExtendedInfo':[{'MessageId':'x.Told'}]}", "Told"),
        Arguments.of("nothing told", "{'error':{'code':'iLO.0.10.ExtendedInfo'}}", null),
        Arguments.of("not an id", "{'error':{'code':'Base.1.8.<script>'}}", null),
        Arguments.of("wrong types", "{'error':[1],'Messages':7}", null),
        Arguments.of("no JSON", "<html>", null),
        Arguments.of("empty", "", null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void theTellingIdIsFoundInEveryShape(String name, String body, String id) {
    assertThat(ErrorBody.of(body.replace('\'', '"')).telling()).isEqualTo(id);
  }
}
