{{/* A name per run: a Job's template cannot be changed, so each helm upgrade makes a new Job and removes the last one. */}}
{{- define "load-test.name" -}}
{{- printf "%s-%d" (.Release.Name | trunc 52 | trimSuffix "-") .Release.Revision -}}
{{- end }}

{{- define "load-test.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: load-test
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{/* Seconds of all steps together. */}}
{{- define "load-test.seconds" -}}
{{- $seconds := int64 .Values.durationSeconds -}}
{{- if eq .Values.profile "burst" -}}
{{- add $seconds (int64 .Values.burst.beforeSeconds) (int64 .Values.burst.afterSeconds) -}}
{{- else if eq .Values.profile "sweep" -}}
{{- mul $seconds (int64 .Values.sweep.steps) -}}
{{- else -}}
{{- $seconds -}}
{{- end -}}
{{- end }}

{{/* GuideLLM's flags. JSON values: neither a comma nor a = in a URL can break them. */}}
{{- define "load-test.args" -}}
{{- $backend := dict "kind" "openai_http" "target" (required "target: which model? For example http://llama-api.my-project.svc:8080" .Values.target) "model" (required "model: the served name of the model" .Values.model) "verify" .Values.verifyTls -}}
{{- /* The first look at the server: /v1/models is open where only /v1 is routed, and it wakes a sleeping model. */ -}}
{{- $_ := set $backend "api_routes" (dict "/health" "v1/models") -}}
{{- if .Values.apiKey.secretName -}}
{{- $_ := set $backend "api_key" "$(API_KEY)" -}}
{{- end -}}
{{- $profile := dict "kind" "constant" "rate" (list (float64 .Values.rate)) -}}
{{- $constraint := dict "kind" "max_duration" "seconds" .Values.durationSeconds -}}
{{- if eq .Values.profile "burst" -}}
{{- $profile = dict "kind" "constant" "rate" (list (float64 .Values.burst.baseRate) (float64 .Values.rate) (float64 .Values.burst.baseRate)) -}}
{{- $constraint = dict "kind" "max_duration" "seconds" (list .Values.burst.beforeSeconds .Values.durationSeconds .Values.burst.afterSeconds) -}}
{{- else if eq .Values.profile "sweep" -}}
{{- $profile = dict "kind" "sweep" "sweep_size" .Values.sweep.steps -}}
{{- end -}}
{{- if .Values.maxConcurrency -}}
{{- $_ := set $profile "max_concurrency" .Values.maxConcurrency -}}
{{- end -}}
{{- $tokenizer := ternary "/tokenizer" .Values.tokenizer.model (ne .Values.tokenizer.image "") -}}
- run
- --backend
- {{ toJson $backend | quote }}
- --profile
- {{ toJson $profile | quote }}
- --constraint
- {{ toJson $constraint | quote }}
- --data
- {{ dict "kind" "synthetic_text" "prompt_tokens" .Values.tokens.prompt "output_tokens" .Values.tokens.output | toJson | quote }}
- --tokenizer
- {{ dict "kind" "huggingface_auto" "model" $tokenizer | toJson | quote }}
{{- /* Latencies and counts of every request are kept; the texts are not. */}}
- --metrics
- {{ dict "kind" "generative" "sample_size" 0 | toJson | quote }}
- --disable-console-interactive
- --output
- kind=console
{{- if .Values.results.claim }}
{{- range $kind := list "json" "csv" }}
- --output
- kind={{ $kind }},path=/results/{{ $.Release.Name }}-{{ $.Release.Revision }}/benchmarks.{{ $kind }}
{{- end }}
{{- end }}
{{- end }}
