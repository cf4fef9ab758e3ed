{{/*
Selectors of a namespace's series, each with the label inference_service, so that series of vLLM, of the HPA, of the
Deployment and of pods can be joined. Only series that OpenShift's kube-state-metrics keeps are read. All take the namespace.
*/}}
{{- define "plugin.alerts.byModel" -}}
max by (namespace, inference_service) ({{ . }})
{{- end }}

{{/* Takes series (an instant vector's text), label, pattern. */}}
{{- define "plugin.alerts.named" -}}
label_replace({{ .series }}, "inference_service", "$1", "{{ .label }}", "{{ .pattern }}")
{{- end }}

{{/* Takes metric and namespace; window and function are for a range. */}}
{{- define "plugin.alerts.hpa" -}}
{{- $selector := printf "kube_horizontalpodautoscaler_%s{namespace=%q,horizontalpodautoscaler=~\"keda-hpa-.+-predictor\"%s}" .metric .namespace (.more | default "") -}}
{{- $series := $selector -}}
{{- if .window -}}{{- $series = printf "%s(%s[%s])" .function $selector .window -}}{{- end -}}
{{- include "plugin.alerts.byModel" (include "plugin.alerts.named" (dict "series" $series "label" "horizontalpodautoscaler" "pattern" "keda-hpa-(.+)-predictor")) -}}
{{- end }}

{{/* Takes metric and namespace. */}}
{{- define "plugin.alerts.deployment" -}}
{{- $series := printf "kube_deployment_%s{namespace=%q,deployment=~\".+-predictor\"}" .metric .namespace -}}
{{- include "plugin.alerts.byModel" (include "plugin.alerts.named" (dict "series" $series "label" "deployment" "pattern" "(.+)-predictor")) -}}
{{- end }}

{{/* Takes metric and namespace. */}}
{{- define "plugin.alerts.vllm" -}}
{{- $series := printf "vllm:%s{namespace=%q,service=~\".+-metrics\"}" .metric .namespace -}}
{{- include "plugin.alerts.named" (dict "series" $series "label" "service" "pattern" "(.+)-metrics") -}}
{{- end }}
