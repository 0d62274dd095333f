# Needs bash and the AWS CLI (1 or 2), with credentials of the account. Running it again goes on where it stopped and changes nothing
# that is as planned. POLL_SECONDS says how often it looks at CloudFormation, 5 where it is not set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export AWS_PAGER=""

endpoint=${AWS_ENDPOINT_URL:-}
while [ $# -gt 0 ]; do
  case $1 in
    --endpoint-url) endpoint=${2:?needs a URL}; shift 2 ;;
    *) echo "usage: deploy.sh [--endpoint-url URL]" >&2; exit 2 ;;
  esac
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

stop() {
  printf '\nStopped: %s\n' "$*" >&2
  exit 1
}

# REGION, then the words of an AWS CLI command.
call() {
  local region=$1
  shift
  aws --region "$region" ${endpoint:+--endpoint-url "$endpoint"} --output text "$@"
}

# ACCOUNT REGION: the credentials must belong there.
account() {
  command -v aws > /dev/null || stop "the AWS CLI is not installed: https://aws.amazon.com/cli/"
  local mine
  mine=$(call "$2" sts get-caller-identity --query Account) || stop "AWS does not accept the credentials (see above)."
  [ "$mine" = "$1" ] || stop "this plan belongs in account $1, and these credentials are of $mine. Choose others, for example with AWS_PROFILE."
}

# NAME REGION: sets status (ABSENT where there is no stack), protected and owner; the outputs go to a file, one name and value a line.
look() {
  local facts="StackStatus,EnableTerminationProtection,Tags[?Key=='portal:environment'].Value|[0]" rest
  if call "$2" cloudformation describe-stacks --stack-name "$1" --query "Stacks[0].[$facts,Outputs[].[OutputKey,OutputValue]]" > "$work/answer" 2> "$work/error"; then
    { IFS=$'\t' read -r status protected owner rest; cat > "$work/$1.outputs"; } < "$work/answer"
  elif grep -q 'does not exist' "$work/error"; then
    status=ABSENT protected=False owner=None
  else
    stop "$1 could not be read: $(cat "$work/error")"
  fi
}

# NAME REGION [REVIEW_IN_PROGRESS]: looks until CloudFormation is at rest. A stack in review rests, unless its first change set was executed.
settle() {
  look "$1" "$2"
  while [[ $status == *_IN_PROGRESS && ($status != REVIEW_IN_PROGRESS || $# -gt 2) ]]; do
    sleep "${POLL_SECONDS:-5}"
    look "$1" "$2"
  done
}

# STACK OUTPUT: its value, as the stack gave it when it was at rest.
output() {
  local key value
  while IFS=$'\t' read -r key value; do
    if [ "$key" = "$2" ]; then
      printf '%s' "$value"
      return
    fi
  done < "$work/$1.outputs"
  stop "stack $1 has no output $2."
}

# NAME JSON: one more parameter for the change set that is being made.
give() {
  [[ $parameters != *'{'* ]] || parameters+=,
  parameters+="{\"ParameterKey\":\"$1\",$2}"
}

# NAME TEXT
give_text() {
  local text=${2//\\/\\\\}
  give "$1" "\"ParameterValue\":\"${text//\"/\\\"}\""
}

# NAME REGION CHANGE-SET TYPE: executes it and waits; a change set without changes is dropped.
carry_out() {
  local answer
  while answer=$(call "$2" cloudformation describe-change-set --stack-name "$1" --change-set-name "$3" --query '[Status,StatusReason]'); [[ $answer == CREATE_PENDING* || $answer == CREATE_IN_PROGRESS* ]]; do
    sleep "${POLL_SECONDS:-5}"
  done
  if [[ $answer == *"didn't contain changes"* || $answer == *"No updates are to be performed"* ]]; then
    call "$2" cloudformation delete-change-set --stack-name "$1" --change-set-name "$3" > /dev/null
    echo "   as planned already"
    return
  fi
  [[ $answer == CREATE_COMPLETE* ]] || stop "CloudFormation refused the change set of $1 in $2: $answer"
  call "$2" cloudformation execute-change-set --stack-name "$1" --change-set-name "$3" > /dev/null
  sleep "${POLL_SECONDS:-5}"
  settle "$1" "$2" "executed"
  if [[ $status != "${4}_COMPLETE" ]]; then
    call "$2" cloudformation describe-stack-events --stack-name "$1" --query "StackEvents[?contains(ResourceStatus,'FAILED')].[LogicalResourceId,ResourceType,ResourceStatusReason]" >&2 || true
    stop "stack $1 in $2 is in $status; what failed stands above, the last first. What was made before is untouched. Mend the cause and run this again."
  fi
  echo "   $status"
}

# NAME REGION TEMPLATE TAGS, then any of --capability NAME, --from PARAMETER STACK OUTPUT, --image PARAMETER SSM-PATH, --protect, --keep-data
stack() {
  local name=$1 region=$2 template=$3 tags=$4 capabilities="" protect=no keep=no type=UPDATE parameters value changes
  shift 4
  echo "-- $name"
  settle "$name" "$region"
  case $status in
    ABSENT | REVIEW_IN_PROGRESS) type=CREATE ;;
    CREATE_COMPLETE | UPDATE_COMPLETE | UPDATE_ROLLBACK_COMPLETE)
      [ "$owner" = "$environment" ] || stop "a stack named $name stands in $region already and does not belong to $environment. It was left alone." ;;
    *) stop "stack $name is in $status. Where it holds nothing, delete it (aws cloudformation delete-stack --region $region --stack-name $name) and run this again." ;;
  esac

  parameters=$(< "parameters/$name.json")
  parameters=${parameters%]*}
  while [ $# -gt 0 ]; do
    case $1 in
      --capability) capabilities="$capabilities $2"; shift 2 ;;
      --from) value=$(output "$3" "$4"); give_text "$2" "$value"; shift 4 ;;
      --image)
        # The image of the day is chosen once: a newer one would replace every server on the next run.
        if [ "$type" = UPDATE ]; then
          give "$2" '"UsePreviousValue":true'
        else
          value=$(call "$region" ssm get-parameter --name "$3" --query Parameter.Value) || stop "image $3 could not be read in $region (see above)."
          give_text "$2" "$value"
        fi
        shift 3 ;;
      --protect) protect=yes; shift ;;
      --keep-data) keep=yes; shift ;;
    esac
  done

  printf '%s]\n' "$parameters" > "$work/parameters.json"
  changes=plan-$digest-$(date -u +%Y%m%d%H%M%S)
  # Capabilities are words of their own: unquoted on purpose.
  call "$region" cloudformation create-change-set --stack-name "$name" --change-set-name "$changes" --change-set-type "$type" --description "Plan $digest" \
    --template-body "file://$template" --parameters "file://$work/parameters.json" --tags "$tags" ${capabilities:+--capabilities $capabilities} > /dev/null \
    || stop "the change set of $name in $region was refused (see above)."
  carry_out "$name" "$region" "$changes" "$type"

  if [[ $protect = yes && $protected != True ]]; then
    call "$region" cloudformation update-termination-protection --stack-name "$name" --enable-termination-protection > /dev/null
  fi
  if [[ $keep = yes && $(call "$region" cloudformation get-stack-policy --stack-name "$name" --query StackPolicyBody) != "$(< stack-policy.json)" ]]; then
    call "$region" cloudformation set-stack-policy --stack-name "$name" --stack-policy-body file://stack-policy.json
  fi
}

# STACK DOMAIN WAITING-STACKS: what only a person can do, said once the zone stands.
delegate() {
  local servers
  servers=$(output "$1" NameServers)
  printf '\n   Next, by you: in the zone above %s (at its registrar, where there is none), enter NS records for it with these name servers:\n' "$2"
  printf '     %s\n' ${servers//,/ }
  [ -z "$3" ] || printf '   A certificate is issued only after that. These stacks wait for it, for up to three days, and the script with them:\n     %s\n' "$3"
  echo
}
