# Each target sets up what it needs, once: Debian packages, .venv, node_modules. `make help` lists them.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
VALIDATOR := node_modules/.installed
QUARTER := output/quy_i_2027
LOG := $(QUARTER)/nhat_ky.txt
UNITS := --units data/registers/units.yaml
PERIOD := --period 2027-Q1 $(UNITS)

.DEFAULT_GOAL := help
.PHONY: help demo quarter test lint fmt generated pictures constraints clean office validator

help: ## danh sách các lệnh
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|' 2>/dev/null \
		|| sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1: \2/p' Makefile

demo: office $(INSTALLED) ## soạn các kế hoạch mẫu thành Word và PDF trong output/
	$(BIN)/vanban render data/plans/*.yaml data/documents/*.yaml -o output --pdf
	@$(MAKE) --silent quarter

# Two tiers: the schools report to the sở, the sở and the communes to the province. Deriving leaves decisions open: 1.
quarter: office $(INSTALLED) ## báo cáo quý I/2027 của tỉnh mẫu: 62 đơn vị, hai báo cáo tổng hợp, công văn đôn đốc, trong output/quy_i_2027
	rm -rf $(QUARTER) && mkdir -p $(QUARTER)
	cp data/plans/ke_hoach_cchc_2027.yaml $(QUARTER)/so-gddt.yaml
	cp data/plans/ke_hoach_cchc_tinh_2027.yaml $(QUARTER)/ubnd-tinh.yaml
	$(BIN)/vanban issue $(QUARTER)/so-gddt.yaml --number 15 --date 2026-12-25 >> $(LOG)
	$(BIN)/vanban derive $(QUARTER)/ubnd-tinh.yaml --all $(UNITS) --on 2026-12-10 -o $(QUARTER)/ke_hoach_tinh >> $(LOG) 2>&1 \
		|| test $$? = 1
	$(BIN)/vanban derive $(QUARTER)/so-gddt.yaml --all $(UNITS) --on 2026-12-28 -o $(QUARTER)/ke_hoach_so >> $(LOG) 2>&1 \
		|| test $$? = 1
	cd $(QUARTER) && rm ke_hoach_tinh/so-gddt.* ke_hoach_so/ubnd-* ke_hoach_so/mn-* ke_hoach_so/th-* ke_hoach_so/thcs-*
	$(BIN)/python -m tools.sample_quarter $(QUARTER)/ke_hoach_tinh/*.yaml --regime bo-noi-vu -o $(QUARTER)/tien_do_tinh
	$(BIN)/python -m tools.sample_quarter $(QUARTER)/ke_hoach_so/*.yaml --regime so-gddt-song-van -o $(QUARTER)/tien_do_so
	$(BIN)/python -m tools.sample_quarter $(QUARTER)/so-gddt.yaml $(QUARTER)/ubnd-tinh.yaml --own --regime bo-noi-vu \
		--below $(QUARTER)/ke_hoach_so --below $(QUARTER)/ke_hoach_tinh --below $(QUARTER)/so-gddt.yaml \
		-o $(QUARTER)/tien_do_rieng
	for office in so tinh; do $(BIN)/vanban report $(QUARTER)/ke_hoach_$$office/*.yaml --progress $(QUARTER)/tien_do_$$office \
		$(PERIOD) --on 2027-03-15 -o $(QUARTER)/bao_cao_$$office --pdf >> $(LOG) || exit 1; done
	$(BIN)/vanban aggregate $(QUARTER)/tien_do_so --plan $(QUARTER)/so-gddt.yaml --plans $(QUARTER)/ke_hoach_so \
		--own $(QUARTER)/tien_do_rieng/so-gddt.yaml --from don-vi-truc-thuoc --received $(QUARTER)/ngay_nhan_tien_do_so.csv \
		--under bo-noi-vu --allow-missing $(PERIOD) --on 2027-03-18 -o $(QUARTER)/tong_hop --pdf
	cp $(QUARTER)/tong_hop/tien_do_tong_hop_so-gddt_2027-q1.yaml $(QUARTER)/tien_do_tinh
	$(BIN)/vanban aggregate $(QUARTER)/tien_do_tinh --plan $(QUARTER)/ubnd-tinh.yaml --plans $(QUARTER)/ke_hoach_tinh \
		--plans $(QUARTER)/so-gddt.yaml --own $(QUARTER)/tien_do_rieng/ubnd-tinh.yaml --received $(QUARTER)/ngay_nhan_tien_do_tinh.csv \
		--allow-missing $(PERIOD) --on 2027-03-23 -o $(QUARTER)/tong_hop --pdf
	$(BIN)/vanban remind $(QUARTER)/so-gddt.yaml --progress $(QUARTER)/tien_do_so --plans $(QUARTER)/ke_hoach_so \
		--from don-vi-truc-thuoc --received $(QUARTER)/ngay_nhan_tien_do_so.csv $(PERIOD) --on 2027-03-16 --by 2027-03-19 \
		--channel "Hệ thống quản lý văn bản và điều hành" --contact "bà Trần Thị B, Văn phòng Sở, điện thoại 0000 000 000" \
		-o $(QUARTER)/don_doc --pdf

test: office validator lint ## kiểm tra mã nguồn và chạy toàn bộ kiểm thử
	$(BIN)/pytest --numprocesses auto --dist loadfile

lint: $(INSTALLED) ## ruff và mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fmt: $(INSTALLED) ## định dạng lại mã nguồn
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

generated: $(INSTALLED) ## làm lại các tệp sinh từ mã nguồn: mẫu Word, JSON Schema, bảng thuật ngữ, trợ giúp lệnh, biểu Excel của kế hoạch mẫu
	$(BIN)/pybabel --quiet compile -d generator/cli/locale -l vi
	$(BIN)/vanban template build
	$(BIN)/python -m tools.generated

pictures: demo ## làm lại hình các trang trong README và tài liệu, hình của từng loại văn bản, hình của biểu Excel
	pdftoppm -r 55 -png -singlefile -f 1 output/ke_hoach_cchc_2027.pdf docs/images/first_page
	pdftoppm -r 55 -png -singlefile -f 7 output/ke_hoach_cchc_2027.pdf docs/images/signature_page
	pdftoppm -r 55 -png -singlefile -f 8 output/ke_hoach_cchc_2027.pdf docs/images/appendix_page
	for file in data/documents/*.yaml; do name=$$(basename $$file .yaml); \
		pdftoppm -r 40 -gray -png -singlefile -f 1 output/$$name.pdf docs/images/$$name; done
	$(BIN)/vanban convert data/plans/ke_hoach_cchc_2027.yaml output/workbook.xlsx
	soffice --headless --convert-to pdf --outdir output output/workbook.xlsx
	pdftoppm -r 80 -png -singlefile -f 1 -x 30 -y 30 -W 880 -H 310 output/workbook.pdf docs/images/workbook_general
	pdftoppm -r 80 -gray -png -singlefile -f 4 -x 30 -y 30 -W 880 -H 360 output/workbook.pdf docs/images/workbook_content
	pdftoppm -r 160 -gray -png -singlefile -f 9 -x 75 -y 75 -W 1200 -H 340 output/workbook.pdf docs/images/workbook_tasks

constraints: $(INSTALLED) ## ghi lại phiên bản các thư viện đang cài vào constraints.txt
	$(BIN)/pip freeze --exclude-editable > constraints.txt
	@touch $(INSTALLED)

clean: ## xóa kết quả và tệp tạm, giữ lại .venv và node_modules
	rm -rf build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find generator tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
	find output -mindepth 1 ! -name .gitkeep -delete

office:
	@tools/debian_packages.sh libreoffice-writer-nogui libreoffice-calc-nogui fontconfig fonts-liberation2 poppler-utils

$(INSTALLED): setup.cfg pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

# Without the validator the tests marked sdk are skipped with the reason: no ground to stop the others.
validator: node
	@$(MAKE) --silent $(VALIDATOR) \
		|| echo 'Chưa cài được bộ kiểm tra Open XML SDK: các kiểm thử sdk sẽ được bỏ qua.' >&2

.PHONY: node
node:
	@tools/debian_packages.sh nodejs npm

$(VALIDATOR): package.json package-lock.json
	npm install --no-save --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@
