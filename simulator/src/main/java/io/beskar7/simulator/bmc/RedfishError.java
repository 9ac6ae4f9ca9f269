package io.beskar7.simulator.bmc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.http.HttpReply;

/** Error answers in the shape of DSP0266 section 8.6, with messages of the Base registry. */
final class RedfishError {
  private static final String REGISTRY = "Base.1.18.";

  private RedfishError() {}

  static HttpReply of(int status, String messageId, String message, String... args) {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error");
    error.put("code", REGISTRY + "GeneralError").put("message", message);
    ObjectNode info = error.putArray("@Message.ExtendedInfo").addObject();
    info.put("@odata.type", "#Message.v1_1_2.Message")
        .put("MessageId", REGISTRY + messageId)
        .put("Message", message)
        .put("MessageSeverity", "Critical")
        .put("Resolution", "Correct the request and send it again.");
    info.set("MessageArgs", Json.array(args));
    return HttpReply.json(status, body);
  }

  static HttpReply unauthorized() {
    return of(
            401, "NoValidSession", "There is no valid session established with the implementation.")
        .with("WWW-Authenticate", "Basic realm=\"Redfish\"");
  }

  static HttpReply badLogin() {
    return of(
        401,
        "ResourceAtUriUnauthorized",
        "The service denied access: the user name or password is wrong.");
  }

  static HttpReply notFound(String uri) {
    return of(
        404, "ResourceMissingAtURI", "The resource at the URI '" + uri + "' was not found.", uri);
  }

  static HttpReply malformedJson() {
    return of(
        400,
        "MalformedJSON",
        "The request body submitted was malformed JSON and could not be parsed.");
  }

  static HttpReply unknownProperty(String name) {
    return of(
        400,
        "PropertyUnknown",
        "The property " + name + " is not in the list of valid properties for the resource.",
        name);
  }

  static HttpReply notWritable(String name) {
    return of(
        400,
        "PropertyNotWritable",
        "The property " + name + " is a read-only property and cannot be assigned a value.",
        name);
  }

  static HttpReply notInList(String value, String name) {
    return of(
        400,
        "PropertyValueNotInList",
        "The value '"
            + value
            + "' for the property "
            + name
            + " is not in the list of acceptable values.",
        value,
        name);
  }
}
