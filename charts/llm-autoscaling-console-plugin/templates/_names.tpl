{{/* The plugin's name is part of its build and of the console's URLs, so its objects carry it, whatever the release is called. */}}
{{- define "plugin.name" -}}
llm-autoscaling
{{- end }}

{{/* Labels by which the plugin's pods are found; they never change. */}}
{{- define "plugin.selectorLabels" -}}
app.kubernetes.io/name: {{ include "plugin.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "plugin.labels" -}}
{{ include "plugin.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/component: console-plugin
app.kubernetes.io/part-of: {{ include "plugin.name" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{/* repository@digest, or repository:tag. */}}
{{- define "plugin.imageOf" -}}
{{- if .digest -}}
{{ .repository }}@{{ .digest }}
{{- else -}}
{{ .repository }}:{{ .tag }}
{{- end -}}
{{- end }}

{{- define "plugin.image" -}}
{{- $repository := required "image.repository: where did you push the image of the Dockerfile?" .Values.image.repository -}}
{{- $tag := .Values.image.tag | default .Chart.AppVersion -}}
{{- include "plugin.imageOf" (dict "repository" $repository "tag" $tag "digest" .Values.image.digest) -}}
{{- end }}

{{- define "plugin.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{/* What a container may do: nothing beyond serving. */}}
{{- define "plugin.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}
