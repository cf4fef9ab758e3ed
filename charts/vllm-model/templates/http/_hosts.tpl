{{/* Hosts that belong to this model: its Route's (also of one that somebody else makes), and those of the entry Service with the namespace in them. */}}
{{- define "vllm-model.hosts" -}}
{{- $entry := printf "%s.%s" (include "vllm-model.entryService" .) .Release.Namespace -}}
{{- $hosts := list $entry (printf "%s.svc" $entry) (printf "%s.svc.%s" $entry .Values.http.clusterDomain) -}}
{{- with .Values.route.host -}}
{{- $hosts = prepend $hosts . -}}
{{- end -}}
{{- toYaml $hosts -}}
{{- end }}
