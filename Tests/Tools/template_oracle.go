// Executes the cases of compare_templates.py with Go's own packages: a line of JSON for each on both sides.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	html "html/template"
	"io"
	"os"
	"strings"
	text "text/template"
)

type situation struct {
	Text   bool
	Source string
	Data   json.RawMessage
}

type answer struct {
	Output string
	Error  string
}

// bounded refuses to grow without end.
type bounded struct{ bytes.Buffer }

func (b *bounded) Write(p []byte) (int, error) {
	if b.Len() > 1<<20 {
		return 0, errors.New("too much output")
	}
	return b.Buffer.Write(p)
}

// exact turns numbers into the ints that their text says they are, as keyport template reads them.
func exact(value any) any {
	switch value := value.(type) {
	case json.Number:
		if whole, err := value.Int64(); err == nil && !strings.ContainsAny(value.String(), ".eE") {
			return int(whole)
		}
		float, _ := value.Float64()
		return float
	case []any:
		for index := range value {
			value[index] = exact(value[index])
		}
	case map[string]any:
		for key := range value {
			value[key] = exact(value[key])
		}
	}
	return value
}

func execute(s situation) (result answer) {
	defer func() {
		if problem := recover(); problem != nil {
			result.Error = fmt.Sprint(problem)
		}
	}()
	decoder := json.NewDecoder(bytes.NewReader(s.Data))
	decoder.UseNumber()
	var data any
	if err := decoder.Decode(&data); err != nil {
		return answer{Error: err.Error()}
	}
	var template interface{ Execute(io.Writer, any) error }
	var err error
	if s.Text {
		template, err = text.New("t").Parse(s.Source)
	} else {
		template, err = html.New("t").Parse(s.Source)
	}
	if err != nil {
		return answer{Error: err.Error()}
	}
	var output bounded
	if err = template.Execute(&output, exact(data)); err != nil {
		result.Error = err.Error()
	}
	result.Output = output.String()
	return result
}

func main() {
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, 1<<24)
	output := json.NewEncoder(os.Stdout)
	for input.Scan() {
		var s situation
		if err := json.Unmarshal(input.Bytes(), &s); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if err := output.Encode(execute(s)); err != nil {
			os.Exit(1)
		}
	}
}
