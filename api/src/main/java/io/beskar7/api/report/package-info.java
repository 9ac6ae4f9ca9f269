/** InspectionReport: what a machine said about itself, as one immutable object. */
package io.beskar7.api.report;
