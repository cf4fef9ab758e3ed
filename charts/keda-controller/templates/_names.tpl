{{/* One of it in a cluster, so its objects are named after it, whatever the release is called. */}}
{{- define "kedaController.name" -}}
keda-controller
{{- end }}

{{- define "kedaController.labels" -}}
app.kubernetes.io/name: {{ include "kedaController.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/component: controller
app.kubernetes.io/part-of: llm-autoscaling
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}
