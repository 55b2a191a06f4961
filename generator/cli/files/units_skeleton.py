"""A directory of units to be filled in: ``vanban new units``."""

from __future__ import annotations

UNITS = "units"
"""What ``vanban new`` calls it, beside the kinds of documents."""
SKELETON = """\
# Danh bạ đơn vị: dùng cho «--units» của import, check, new và derive.
# Sửa các mục mẫu dưới đây theo đơn vị của mình; bỏ dấu # ở đầu dòng để dùng dòng ấy. Dòng nào không cần thì xóa.
# Muốn điền bằng Excel: vanban convert don_vi.yaml don_vi.xlsx, điền xong thì chuyển ngược lại.

format: 1                       # phiên bản định dạng

# Nhóm: lời gọi chung trong văn bản, thay cho từng đơn vị.
classes:
  - id: cac-so                  # mã: chữ thường không dấu
    name: Các sở, ban, ngành tỉnh
    aliases: ["Các sở, ban, ngành", Các sở]   # tên gọi khác; tên có dấu phẩy đặt trong nháy
  - id: ubnd-cap-xa
    name: UBND các xã, phường
    of:                         # gồm mọi đơn vị cấp xã của danh bạ
      - level: commune
  - id: cac-phong
    name: Các phòng chuyên môn
    aliases: [Các phòng, Các phòng thuộc Sở]
    relative: true              # của cơ quan ban hành văn bản, không phải của cơ quan khác
    of:
      - level: division
  - id: don-vi-truc-thuoc
    name: Các đơn vị trực thuộc
    relative: true
    of:
      - level: school

# Đơn vị: ghi theo thứ tự in trong văn bản.
units:
  - id: ubnd-tinh
    name: Ủy ban nhân dân tỉnh A
    aliases: [UBND tỉnh]
    symbol: UBND                # chữ viết tắt trong số, ký hiệu
    level: province             # central, province, department (sở), district, division (phòng), commune, school, other
    head_title: Chủ tịch
    place: Tỉnh lỵ              # địa danh trong dòng ngày, tháng, năm

  - id: so-gddt
    name: Sở Giáo dục và Đào tạo
    aliases: [Sở GDĐT, Sở GD&ĐT]
    symbol: SGDĐT
    level: department
    head_title: Giám đốc
    place: Tỉnh lỵ
    administrative_parent:      # trực thuộc: một đơn vị trong mỗi thời gian
      - unit: ubnd-tinh
        # valid_from: 2025-07-01   # từ ngày, đến hết ngày; không ghi là không hạn
        # valid_to: 2030-12-31
    # professional_parent:      # chuyên môn: có thể nhiều đơn vị
    #   - unit: bo-gddt
    signers:                    # người ký, cấp trưởng trước
      - name: Nguyễn Văn A
        position: Giám đốc
    classes: [cac-so]           # thuộc những nhóm nào
    # domains: [giáo dục, đào tạo]   # lĩnh vực phụ trách
    # parts:                    # phòng, tổ, bộ phận không ghi thành đơn vị riêng
    #   - name: Phòng Kế hoạch - Tài chính
    #     aliases: [Phòng KHTC]
    #     head_title: Trưởng phòng
    # people:                   # người giúp việc, không ký
    #   - name: Nguyễn Thị B
    #     position: Chuyên viên
    #     part: Văn phòng Sở
    #     task: Đầu mối cải cách hành chính
    #     initials: NTB
    # default_recipients:       # nơi nhận thường dùng
    #   - name: UBND tỉnh
    #     purpose: để báo cáo
    #     group: superior       # as_above, superior, party_council, leaders, coordinate, execute, portal
    # archive: [VT, VP]         # nơi lưu

  - id: van-phong-so
    name: Văn phòng Sở
    aliases: [Văn phòng]
    symbol: VP
    level: division
    head_title: Chánh Văn phòng
    administrative_parent:
      - unit: so-gddt

  - id: thpt-a
    name: Trường Trung học phổ thông A
    aliases: [Trường THPT A]
    symbol: THPTA
    level: school
    head_title: Hiệu trưởng
    administrative_parent:
      - unit: so-gddt

  - id: ubnd-xa-a
    name: Ủy ban nhân dân xã A
    aliases: [UBND xã A]
    symbol: UBND
    level: commune
    head_title: Chủ tịch
    administrative_parent:
      - unit: ubnd-tinh
    professional_parent:
      - unit: so-gddt
"""
