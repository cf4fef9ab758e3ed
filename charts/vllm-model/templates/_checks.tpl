{{/* What values.schema.json cannot say. Included once, by the InferenceService. */}}
{{- define "vllm-model.checks" -}}
{{- $name := include "vllm-model.name" . -}}
{{- $scaling := .Values.autoscaling -}}
{{- $limit := ternary 53 44 (eq $scaling.mode "fixed") -}}
{{- if not (regexMatch "^[a-z]([-a-z0-9]*[a-z0-9])?$" $name) -}}
{{- fail (printf "name: %q must start with a letter and hold only a-z, 0-9 and -" $name) -}}
{{- end -}}
{{- if gt (len $name) $limit -}}
{{- fail (printf "name: %q has %d characters; mode %s allows %d" $name (len $name) $scaling.mode $limit) -}}
{{- end -}}
{{- range $key := list "serving.kserve.io/autoscalerClass" "serving.kserve.io/deploymentMode" "openshift.io/display-name" -}}
{{- if hasKey $.Values.annotations $key -}}
{{- fail (printf "annotations: %s is set by the chart; use the value for it" $key) -}}
{{- end -}}
{{- end -}}
{{- if hasKey .Values.annotations "security.opendatahub.io/enable-auth" -}}
{{- fail "annotations: enable-auth is of no use here, the chart's Service goes past its proxy; protect the model with model.apiKey" -}}
{{- end -}}
{{- if ne $scaling.mode "fixed" -}}
{{- if lt (int64 $scaling.maxReplicas) (int64 $scaling.minReplicas) -}}
{{- fail (printf "autoscaling: maxReplicas (%d) is less than minReplicas (%d)" (int64 $scaling.maxReplicas) (int64 $scaling.minReplicas)) -}}
{{- end -}}
{{- end -}}
{{- if eq $scaling.mode "http" -}}
{{- include "vllm-model.httpChecks" . -}}
{{- else if and .Values.route.enabled (not .Values.route.host) -}}
{{- $label := printf "%s-%s" (include "vllm-model.service" .) .Release.Namespace -}}
{{- if gt (len $label) 63 -}}
{{- fail (printf "route.host: the router would choose %q, which has more than the 63 characters of a DNS label; set a host" $label) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "vllm-model.httpChecks" -}}
{{- if and .Values.route.enabled (not .Values.route.host) -}}
{{- fail "route.host: mode http needs the host, since the interceptor tells models apart by it" -}}
{{- end -}}
{{- if lt (int64 .Values.http.coldStartSeconds) (int64 .Values.probes.startupSeconds) -}}
{{- fail "http.coldStartSeconds is less than probes.startupSeconds: requests would give up on a model that still may load" -}}
{{- end -}}
{{- $old := lookup "keda.sh/v1alpha1" "ScaledObject" .Release.Namespace (printf "%s-predictor" (include "vllm-model.name" .)) -}}
{{- if $old -}}
{{- fail (printf "mode http: the ScaledObject %[1]s of mode keda still holds the model, and KEDA refuses a second one. First: helm upgrade with autoscaling.mode=fixed, then: oc delete scaledobject %[1]s" $old.metadata.name) -}}
{{- end -}}
{{- end }}
