{{/* One of it in a cluster, so its objects are named after it, whatever the release is called. */}}
{{- define "uwm.name" -}}
user-workload-monitoring
{{- end }}

{{- define "uwm.labels" -}}
app.kubernetes.io/name: {{ include "uwm.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/component: monitoring
app.kubernetes.io/part-of: llm-autoscaling
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}
