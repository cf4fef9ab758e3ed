{{/* The InferenceService's name; all other names are this one with a suffix. */}}
{{- define "vllm-model.name" -}}
{{- .Values.name | default .Release.Name -}}
{{- end }}

{{- define "vllm-model.servedName" -}}
{{- .Values.model.servedName | default (include "vllm-model.name" .) -}}
{{- end }}

{{/*
The Service of this chart in front of the predictor's pods. KServe's own is headless or not, with port 80 or 8080, as the
cluster's DataScienceCluster says (rawDeploymentServiceConfig); this one is the same everywhere.
*/}}
{{- define "vllm-model.service" -}}
{{- include "vllm-model.name" . -}}-api
{{- end }}

{{/* The Service that callers in the cluster use in mode http: it leads to the interceptor, which wakes the model. */}}
{{- define "vllm-model.entryService" -}}
{{- include "vllm-model.name" . -}}-entry
{{- end }}

{{/* Objects of the queue's query in mode http. */}}
{{- define "vllm-model.prometheusAuth" -}}
{{- if .Values.http.prometheusAuth.create -}}
{{- include "vllm-model.name" . -}}-prometheus
{{- else -}}
{{- required "http.prometheusAuth.name: with create: false, name a TriggerAuthentication of this namespace" .Values.http.prometheusAuth.name -}}
{{- end -}}
{{- end }}

{{/* Labels that do not change from one version of the chart to the next: KServe copies them to the pods. */}}
{{- define "vllm-model.stableLabels" -}}
app.kubernetes.io/name: vllm-model
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: model-server
app.kubernetes.io/part-of: {{ include "vllm-model.name" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "vllm-model.labels" -}}
{{ include "vllm-model.stableLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}
