{{/* Three quarters of the places of a replica, at least 1: where adding a replica comes before the queue. */}}
{{- define "vllm-model.mostPlaces" -}}
{{- max 1 (div (mul 3 (int64 .Values.model.maxNumSeqs)) 4) -}}
{{- end }}

{{/* Requests per replica, as text: KServe passes it to KEDA as typed. */}}
{{- define "vllm-model.threshold" -}}
{{- with .Values.autoscaling -}}
{{- if .threshold -}}
{{- .threshold -}}
{{- else if .query -}}
{{- fail "autoscaling.threshold: a query of your own needs a threshold" -}}
{{- else if eq .trigger "waiting" -}}
2
{{- else -}}
{{- include "vllm-model.mostPlaces" $ -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "vllm-model.concurrency" -}}
{{- .Values.http.concurrency | default (include "vllm-model.mostPlaces" .) -}}
{{- end }}

{{/*
What KEDA asks: one value over all replicas, of this model only. The Service <name>-metrics is odh-model-controller's;
the label model_name would be the served name, which another model may have too.
*/}}
{{- define "vllm-model.query" -}}
{{- $labels := printf "{namespace=%q,service=%q}" .Release.Namespace (printf "%s-metrics" (include "vllm-model.name" .)) -}}
{{- if .Values.autoscaling.query -}}
{{- .Values.autoscaling.query -}}
{{- else if eq .Values.autoscaling.trigger "waiting" -}}
sum(vllm:num_requests_waiting{{ $labels }})
{{- else -}}
sum(vllm:num_requests_waiting{{ $labels }}) + sum(vllm:num_requests_running{{ $labels }})
{{- end -}}
{{- end }}

{{/* HPA behavior: when to believe a change. */}}
{{- define "vllm-model.behavior" -}}
scaleUp:
  stabilizationWindowSeconds: {{ .Values.autoscaling.scaleUpSeconds }}
scaleDown:
  stabilizationWindowSeconds: {{ .Values.autoscaling.scaleDownSeconds }}
{{- end }}
